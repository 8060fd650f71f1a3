import { expect, test } from 'vitest'
import { openApiDocument } from '@/contracts/openapi'
import { actsAt, dishesIn, order } from './acts'
import { pageTurned } from './pages'
import type { Field, Stop } from './send-ask'
import { tasks } from './tasks'
import {
  get,
  nextOf,
  orderAt,
  piecesOfBody,
  piecesOfField,
  starts,
  templates,
} from './ways'
import { answerOf } from './words'

const a = 'ord_aaaaaaaaaaaaaaaaaaaaaaaa'
const b = 'ord_bbbbbbbbbbbbbbbbbbbbbbbb'
const c = 'ord_cccccccccccccccccccccccc'
const n = 'ord_nnnnnnnnnnnnnnnnnnnnnnnn'
const list = '/api/orders?limit=2'
const page2 = '/api/orders?limit=2&cursor=abc'
const times: Record<string, string> = {
  [a]: '2026-11-26T12:03:00.000Z',
  [b]: '2026-11-26T12:02:00.000Z',
  [c]: '2026-11-26T12:01:00.000Z',
  [n]: '2026-11-26T12:09:00.000Z',
}
const placed = (id: string) => ({ id, placedAt: times[id] })
const pageOf = (...ids: string[]) => ({ items: ids.map(placed) })

function stop(
  number: number,
  given: Partial<Stop>,
  body: unknown = null,
): Stop {
  const said = body === null ? '' : JSON.stringify(body)
  return {
    ...get('/api/restaurants', 'start'),
    number,
    status: 200,
    reason: 'OK',
    told: [],
    said,
    bytes: said.length,
    traceId: null,
    ...given,
  }
}

function pathsIn(pieces: { to: { path: string } | null }[]) {
  return pieces.flatMap(({ to }) => (to ? [to.path] : []))
}

test('names in a body lead where the contract says, and nothing else does', () => {
  const body =
    '{"id": "ord_1a","restaurant":{"slug":"forno-rosa"},"lines":[{"dish":"miso-ramen"}]}'
  const pieces = piecesOfBody(body, '/api/orders')
  expect(pathsIn(pieces)).toEqual([
    '/api/orders/ord_1a',
    '/api/restaurants/forno-rosa',
  ])
  expect(pieces.map(({ text }) => text).join('')).toBe(body)
  expect(pathsIn(piecesOfBody(body, '/api/orders/ord_1a'))).toHaveLength(1)
  expect(pathsIn(piecesOfBody('{"id":"miso-ramen"}', ''))).toEqual([])
})

test('every address that the lab knows by itself is in the contract', () => {
  const { paths } = openApiDocument('http://127.0.0.1', '1')
  for (const path of [...starts, ...Object.values(templates)])
    expect(paths).toHaveProperty([path.split('?')[0] ?? ''])
})

test('fields lead on by the addresses and the methods in them', () => {
  const next: Field = ['Link', `<${page2}>; rel="next"`]
  expect(pathsIn(piecesOfField(next, list))).toEqual([page2])
  expect(nextOf({ told: [next] })).toBe(page2)
  expect(nextOf({ told: [['link', '<https://elsewhere>; rel="next"']] })).toBe(
    null,
  )
  const location: Field = ['location', `/api/orders/${a}`]
  expect(pathsIn(piecesOfField(location, '/api/orders'))).toEqual([
    `/api/orders/${a}`,
  ])
  expect(orderAt({ path: '/api/orders', told: [location] })).toBe(
    `/api/orders/${a}`,
  )
  const allow = piecesOfField(['Allow', 'GET, HEAD, PATCH, OPTIONS'], list)
  expect(allow.flatMap(({ to }) => (to ? [to.method] : []))).toEqual([
    'GET',
    'HEAD',
  ])
})

test('what can be done follows from the reply: a version, a key, a menu', () => {
  const ids = (at: Stop) => actsAt(at).map(({ id }) => id)
  const told: Field[] = [['etag', '"v1"']]
  expect(ids(stop(1, { told }))).toEqual(['again', 'options'])
  expect(ids(stop(1, { path: `/api/orders/${a}`, told }))).toEqual([
    'again',
    'call-off',
    'options',
  ])
  const wish = { restaurant: 'x', lines: [{ dish: 'y', quantity: 1 }] }
  const posted = stop(1, { ...order(wish, 'k'), status: 201 })
  expect(ids(posted)).toEqual(['same', 'reuse', 'options'])
  const [same, reuse] = actsAt(posted).map(({ ask }) => ask())
  expect(same).toEqual(order(wish, 'k'))
  expect(reuse?.body).toContain('"quantity":2')
  expect(reuse?.fields).toEqual(same?.fields)
  const dishes = [
    { id: 'soup', name: 'Soup', available: true },
    { id: 'bread', name: 'Bread', available: false },
  ]
  expect(dishesIn(stop(1, {}, { menu: { dishes } }))).toEqual([
    { id: 'soup', name: 'Soup' },
  ])
})

const walkOfPages = (second: string[]) => [
  stop(
    1,
    { path: list, told: [['link', `<${page2}>; rel="next"`]] },
    pageOf(a, b),
  ),
  stop(
    2,
    { method: 'POST', path: '/api/orders', status: 201, isElsewhere: true },
    placed(n),
  ),
  stop(3, { path: page2, from: 'next' }, pageOf(...second)),
]

test('a page that is turned while an order comes in is held against the first', () => {
  const turned = pageTurned(walkOfPages([c]))
  expect(turned).toEqual({ between: 1, twice: [], missed: [], byCounting: b })
  expect(pageTurned(walkOfPages([b, c]))?.twice).toEqual([b])
  const known = stop(0, {}, placed(b))
  const skipping = walkOfPages([c]).map((one, at) =>
    at === 0 ? { ...one, said: JSON.stringify(pageOf(a)) } : one,
  )
  expect(pageTurned([known, ...skipping])?.missed).toEqual([b])
  const quiet = walkOfPages([c]).filter(({ number }) => number !== 2)
  expect(pageTurned(quiet)).toBeNull()
})

test('a task is ticked by what was answered in this window', () => {
  const isDone = (id: string, ...stops: Stop[]) =>
    tasks.find((task) => task.id === id)?.isDone(stops)
  const menu = stop(1, { from: 'id', path: '/api/restaurants/forno-rosa' })
  expect(isDone('menu', menu)).toBe(true)
  expect(isDone('menu', { ...menu, from: 'start' })).toBe(false)
  expect(isDone('known', stop(1, { status: 304 }))).toBe(true)
  const replayed = stop(1, {
    status: 201,
    told: [['idempotency-replayed', 'true']],
  })
  expect(isDone('repeat', replayed)).toBe(true)
  const stale = stop(1, { method: 'PATCH', status: 412 })
  expect(isDone('stale', stale)).toBe(true)
  expect(isDone('stale', { ...stale, isElsewhere: true })).toBe(false)
  expect(isDone('page', ...walkOfPages([c]))).toBe(true)
  expect(isDone('page', ...walkOfPages([b, c]))).toBe(false)
})

test('the bet is answered by the first who said which version they have', () => {
  expect(answerOf([stop(1, {})])).toBeNull()
  const asked = { fields: [['If-None-Match', '"v1"']] as const, status: 304 }
  expect(answerOf([stop(1, asked)])?.ids).toEqual(['none'])
  expect(answerOf([stop(1, asked, { a: 1 })])?.ids).toEqual(['all'])
})
