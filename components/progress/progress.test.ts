import { expect, test } from 'vitest'
import { parseProgress, progressOf } from './progress'

test('what was kept is read again as it was', () => {
  const kept = {
    databases: { sections: ['both-or-neither'], answers: { scan: true } },
  }
  expect(parseProgress(JSON.stringify(kept))).toEqual(kept)
})

test('what makes no sense counts as nothing, and never throws', () => {
  for (const text of [null, '', '{', '[]', '3', 'null', '{"a":1}'])
    expect(parseProgress(text)).toEqual({})
  expect(
    parseProgress('{"a":{"sections":[1,"b"],"answers":{"c":"yes","d":false}}}'),
  ).toEqual({ a: { sections: ['b'], answers: { d: false } } })
})

test('a chapter that was never opened has no progress', () => {
  expect(progressOf({}, 'servers')).toEqual({ sections: [], answers: {} })
})
