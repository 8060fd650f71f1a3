import { expect, test } from 'vitest'
import type { Visit } from './ask'
import { answerFrom, findingOf, wasReplaced } from './findings'

const name = (place: string | null) => place

function visit(
  kind: Visit['kind'],
  known: (string | null)[] = [],
  more: Partial<Visit> & { thread?: number } = {},
): Visit {
  const { thread = 1, server = 'A', withCookies = true } = more
  const [variable = null, cookie = null, row = null] = known.map(name)
  return {
    kind,
    server,
    withCookies,
    traceId: null,
    memory:
      kind === 'restart'
        ? null
        : {
            room: 'room',
            server,
            thread,
            startedAt: '2026-01-01T00:00:00.000Z',
            process: 1,
            cameWith: { session: withCookies, name: cookie !== null },
            variable,
            cookie,
            row,
          },
  }
}

const told = visit('tell', ['Ada', 'Ada', 'Ada'])

test('the bet is answered by the first question after a restart, and by nothing before it', () => {
  expect(answerFrom([])).toBeNull()
  expect(answerFrom([told, visit('ask', ['Ada', 'Ada', 'Ada'])])).toBeNull()
  expect(answerFrom([told, visit('restart')])).toBeNull()
  expect(answerFrom([visit('restart'), visit('ask')])).toBeNull()
  const without = visit('ask', [], { withCookies: false })
  const other = visit('ask', [null, 'Ada', 'Ada'], { server: 'B' })
  expect(answerFrom([told, visit('restart'), without, other])).toBeNull()
  const asked = visit('ask', [null, 'Ada', 'Ada'], { thread: 7 })
  expect(answerFrom([told, visit('restart'), asked])).toMatchObject({
    ids: ['cookie', 'row'],
    said: expect.stringContaining('thread 7 now, and its variable is empty'),
  })
  // Told once more, it knows the name again, and nothing is answered by that.
  expect(answerFrom([told, visit('restart'), told, asked])).toBeNull()
})

test('a stranger who is greeted by somebody’s name is told why', () => {
  const stranger = visit('ask', ['Ada'], { withCookies: false })
  expect(findingOf([told, stranger])).toContain('said “Ada” all the same')
  expect(findingOf([told, visit('ask', [null, 'Ada', 'Ada'])])).toContain(
    'nothing in its variable',
  )
  expect(findingOf([])).toContain('No server knows you')
})

test('a server that was ended to make room is noticed; one that was ended here is not', () => {
  const later = visit('ask', [], { thread: 2 })
  expect(wasReplaced([told, later])).toBe(true)
  expect(wasReplaced([told, visit('restart'), later])).toBe(false)
  expect(wasReplaced([told, visit('ask', ['Ada'])])).toBe(false)
  expect(wasReplaced([told, visit('ask', [], { server: 'B' })])).toBe(false)
})
