import { expect, test } from 'vitest'
import { makeKey, makeNonce, seal, unseal, withFlips } from './seal'
import { answerOf, placeIn, rowsAround, sentenceOf } from './verdict'

const kept = {
  told: { row: { nonce: null, note: '' }, disk: '', line: '' },
  traceId: null,
}

async function sealed() {
  const text = 'Knock twice.'
  const key = await makeKey()
  const nonce = makeNonce()
  const bytes = await seal(key, nonce, text)
  const sent = { text, key, nonce, sealed: bytes, open: kept, hidden: kept }
  return { sent, isBusy: false }
}

test('the bet is answered by what really came out, and not before a bit was turned over', async () => {
  const { sent, isBusy } = await sealed()
  const still = { sent, isBusy, flips: new Set<number>(), hasFlipped: false }
  expect(answerOf({ ...still, opened: sent.text })).toBeNull()
  const flips = new Set([2])
  const opened = await unseal(
    sent.key,
    sent.nonce,
    withFlips(sent.sealed, flips),
  )
  const after = { sent, isBusy, flips, opened, hasFlipped: true }
  expect(answerOf(after)?.ids).toEqual(['nothing'])
  expect(sentenceOf(after)).toContain('does not open')
  // Had it opened all the same, the answer would be another.
  expect(answerOf({ ...after, opened: 'Knock twice.' })?.ids).toEqual([
    'letter',
  ])
  expect(answerOf({ ...after, opened: 'x' })?.ids).toEqual(['noise'])
})

test('words are found among bytes by their bytes, and marked in the rows around them', () => {
  const bytes = `${'\0'.repeat(20)}Caf\u00c3\u00a9!${'\0'.repeat(9)}`
  expect(placeIn(bytes, 'Café')).toBe(20)
  expect(placeIn(bytes, 'tea')).toBeNull()
  const rows = rowsAround(bytes, 20, 5, 3)
  expect(rows.map(({ at }) => at)).toEqual([8, 16, 24])
  const marked = rows.flatMap(({ cells }) =>
    cells.filter(({ isMarked }) => isMarked),
  )
  expect(marked.map(({ letter }) => letter).join('')).toBe('Caf··')
  expect(marked.map(({ hex }) => hex)).toEqual(['43', '61', '66', 'c3', 'a9'])
})
