import { beforeAll, describe, expect, test } from 'vitest'
import { POST as raceByHand } from '@/app/api/labs/last-portion/route'
import { POST as raceOften } from '@/app/api/labs/last-portion/races/route'
import {
  raceCount,
  RaceStory,
  RaceTally,
  raceWays,
  raceWindowsMs,
  type Racer,
  type RaceOutcome,
  type RaceWay,
} from '@/contracts/last-portion'
import { countRows, startTestBackend, TestCaller } from '@/server/http/testing'
import type { TestDatabase } from '@/db/testing'
import { spanStore } from '@/tracing/span-store'

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const path = '/api/labs/last-portion'

async function race(way: RaceWay, turns: string, caller?: TestCaller) {
  const guest = caller ?? (await TestCaller.make())
  const names: Racer[] = [...turns].map((one) => (one === 'a' ? 'ada' : 'ben'))
  const body = { way, turns: names }
  const reply = await guest.call(raceByHand, { method: 'POST', path, body })
  expect(reply.status).toBe(200)
  const traceId = reply.headers.get('traceresponse')?.split('-')[1] ?? ''
  return { ...RaceStory.parse(await reply.json()), traceId }
}

/** Every order in which two guests can take so many turns each. */
function orders(a: number, b: number): string[] {
  if (a === 0 && b === 0) return ['']
  return [
    ...(a > 0 ? orders(a - 1, b).map((rest) => `a${rest}`) : []),
    ...(b > 0 ? orders(a, b - 1).map((rest) => `b${rest}`) : []),
  ]
}

const told = ({ turns }: RaceStory) =>
  turns.map(({ guest, statement, came, read, changed }) =>
    [guest[0], statement.split(' ')[0], came, read, changed].join(' '),
  )

test('both look before either writes: one portion is promised twice, and the shelf does not show it', async () => {
  const story = await race('look-first', 'abaabb')
  expect(told(story)).toEqual([
    'a select done 1 ',
    'b select done 1 ',
    'a update done  1',
    'a insert done  1',
    'b update done  1',
    'b insert done  1',
  ])
  expect(story).toMatchObject({
    answers: { ada: 'promised', ben: 'promised' },
    left: 0,
    promised: 2,
  })
})

test('one after the other, the same code sells it once', async () => {
  const story = await race('look-first', 'aaabbb')
  expect(story.answers).toEqual({ ada: 'promised', ben: 'sold-out' })
  expect(story).toMatchObject({ left: 0, promised: 1 })
})

describe.each(['guarded', 'locked'] as const)('%s', (way) => {
  const steps = way === 'guarded' ? 2 : 5
  test.each(orders(steps, steps).filter((_, at) => at % 36 === 0 || steps < 3))(
    'sells it once in the order %s',
    async (order) => {
      // Whoever waited at the door still has turns to take afterwards.
      const story = await race(way, `${order}aaaabbbb`)
      expect(story).toMatchObject({ left: 0, promised: 1 })
      expect(new Set(Object.values(story.answers))).toEqual(
        new Set(['promised', 'sold-out']),
      )
    },
  )
})

test('who asks for the lock while another has it waits, and comes in when that one is done', async () => {
  const story = await race('locked', 'abbaaaabbb')
  expect(told(story)).toEqual([
    'a BEGIN done  ',
    'b BEGIN waits  ',
    'a select done 1 ',
    'a update done  1',
    'a insert done  1',
    'a COMMIT done  ',
    'b BEGIN enters  ',
    'b select done 0 ',
    'b COMMIT done  ',
  ])
})

test('a race that is left half-way keeps what was committed and nothing else', async () => {
  expect(await race('look-first', 'a')).toMatchObject({ left: 1, promised: 0 })
  expect(await race('look-first', 'aa')).toMatchObject({ left: 0, promised: 0 })
  expect(await race('locked', 'aaabab')).toMatchObject({ left: 1, promised: 0 })
  expect(await race('guarded', '')).toMatchObject({
    turns: [],
    answers: { ada: null, ben: null },
  })
})

test('the trace holds both guests’ statements, and Plateful’s own database knows nothing of it', async () => {
  const guest = await TestCaller.make()
  const before = await countRows(database)
  const { traceId } = await race('locked', 'abaaaabbb', guest)
  expect(await countRows(database)).toEqual(before)
  await spanStore().flush()
  const { rows } = await database.client.execute({
    sql: "select sum(size) as n from events where kind = 'spans' and trace_id = ?",
    args: [traceId],
  })
  expect(Number(rows[0]?.['n'])).toBeGreaterThan(15)
})

const tally = async (way: RaceWay, withinMs = 2) => {
  const guest = await TestCaller.make()
  const reply = await guest.call(raceOften, {
    method: 'POST',
    path: `${path}/races`,
    body: { way, withinMs },
  })
  expect(reply.status).toBe(200)
  return RaceTally.parse(await reply.json())
}

test.each(raceWays)(
  'run often, it is counted to the last race: %s',
  async (way) => {
    const { outcomes, first } = await tally(way)
    expect(outcomes).toHaveLength(raceCount)
    const seen = new Set<RaceOutcome>(outcomes)
    if (way === 'look-first') expect(seen).toContain('twice')
    else expect(seen).toEqual(new Set(['once']))
    expect(first.turns.length).toBeGreaterThanOrEqual(3)
    expect(first.promised).toBe(outcomes[0] === 'twice' ? 2 : 1)
  },
)

test('a third who races at the same time is told to wait', async () => {
  const [fast] = raceWindowsMs
  const guests = await Promise.all([1, 2, 3].map(() => TestCaller.make()))
  const replies = await Promise.all(
    guests.map((guest) =>
      guest.call(raceOften, {
        method: 'POST',
        path: `${path}/races`,
        body: { way: 'guarded', withinMs: fast },
      }),
    ),
  )
  const statuses = replies.map(({ status }) => status).sort()
  expect(statuses).toEqual([200, 200, 503])
  const refused = replies.find(({ status }) => status === 503)
  expect(refused?.headers.get('retry-after')).toBe('2')
})

test('a wish that makes no sense is refused', async () => {
  const guest = await TestCaller.make()
  for (const body of [
    { way: 'luck', turns: [] },
    { way: 'guarded', turns: ['eve'] },
    { way: 'guarded', turns: Array.from({ length: 25 }, () => 'ada') },
  ]) {
    const asked = { method: 'POST', path, body }
    expect((await guest.call(raceByHand, asked)).status).toBe(422)
  }
  const often = { way: 'guarded', withinMs: 3 }
  const asked = { method: 'POST', path: `${path}/races`, body: often }
  expect((await guest.call(raceOften, asked)).status).toBe(422)
})
