import { expect, test } from 'vitest'
import type { Counts, Told } from './counts'
import {
  answerOf,
  isSeenIn,
  nothingSeen,
  survives,
  withNews,
  type News,
  type WindowName,
} from './observations'

const counts = (memory: number, storage: number, server: number | null) => ({
  memory,
  storage,
  server,
})
const told = (window: WindowName, seen: Counts, isPress = false): News => {
  const said: Told = {
    from: 'counter-window',
    counts: seen,
    isPress,
    traceId: isPress ? 'trace' : null,
  }
  return { kind: 'told', window, told: said }
}
const after = (...news: News[]) => news.reduce(withNews, nothingSeen)

test('a reload is judged by what stood before and what the loaded page shows', () => {
  const pressed = [
    told('A', counts(0, 0, 0)),
    told('A', counts(1, 1, 1), true),
    told('A', counts(2, 2, 2), true),
  ]
  expect(answerOf(after(...pressed))).toBeNull()
  const reloading = after(
    ...pressed,
    { kind: 'reload', window: 'A' },
    told('A', counts(0, 2, null)),
  )
  // The new page has not heard from the server yet.
  expect(answerOf(reloading)).toBeNull()
  const loaded = withNews(reloading, told('A', counts(0, 2, 2)))
  expect(answerOf(loaded)).toEqual({
    ids: ['storage', 'server'],
    said: 'Memory 2 → 0, Storage 2 → 2, Server 2 → 2.',
  })
  expect(survives(loaded, 'memory')?.is).toBe('no')
})

test('a reload before any press proves nothing', () => {
  const observed = after(
    told('A', counts(0, 4, 4)),
    { kind: 'reload', window: 'A' },
    told('A', counts(0, 4, 4)),
  )
  expect(survives(observed, 'server')).toBeNull()
})

test('a window knows of presses elsewhere when it shows more than its own', () => {
  const observed = after(
    told('A', counts(1, 1, 1), true),
    told('B', counts(1, 2, 2), true),
    told('A', counts(1, 2, 2)),
    told('C', counts(1, 1, 1), true),
  )
  const inB = (['memory', 'storage', 'server'] as const).map(
    (keeper) => isSeenIn('B', observed, keeper)?.is,
  )
  expect(inB).toEqual(['no', 'yes', 'yes'])
  expect(isSeenIn('C', observed, 'server')).toEqual({
    is: 'no',
    figures: 'A 2, C 1',
  })
})

test('a window that has not asked the server since is no proof that it never will', () => {
  const observed = after(
    told('B', counts(0, 0, 0)),
    told('A', counts(1, 1, 1), true),
    told('B', counts(0, 1, 0)),
  )
  expect(isSeenIn('B', observed, 'server')?.is).toBe('not yet')
  expect(isSeenIn('B', observed, 'storage')?.is).toBe('yes')
})

test('before anything was pressed, nothing is claimed', () => {
  const observed = after(told('A', counts(0, 3, 3)), told('B', counts(0, 3, 3)))
  expect(isSeenIn('B', observed, 'server')).toBeNull()
  expect(withNews(observed, { kind: 'reset' })).toEqual(nothingSeen)
})
