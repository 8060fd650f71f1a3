import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operations } from '@/contracts/openapi-operations'
import { conventions } from './conventions'
import { readOpenApi } from './open-api'
import { hrefOfAnchor, hrefOfShape, partsOf } from './parts'
import {
  operationsOf,
  referenceOf,
  shapeAnchor,
  type OperationEntry,
} from './reference'

const reference = referenceOf(readOpenApi('http://127.0.0.1:3000', '1.2.3'))
const entries = operationsOf(reference.groups)
const parts = Object.values(partsOf(reference))

function entryOf(anchor: string): OperationEntry {
  const entry = entries.find((each) => each.anchor === anchor)
  if (!entry) throw new Error(`No ${anchor}`)
  return entry
}

test('every operation of the contract is told once', () => {
  const told = entries.map(({ method, path }) => `${method} ${path}`)
  expect(told.toSorted()).toEqual(Object.keys(operations).toSorted())
  const shown = parts.flatMap(({ groups }) => operationsOf(groups))
  expect(new Set(shown)).toEqual(new Set(entries))
  expect(shown).toHaveLength(entries.length)
  expect(reference.version).toBe('1.2.3')
})

test('the file that is named has the door in it', () => {
  for (const { method, source } of entries)
    expect(readFileSync(source, 'utf8'), source).toContain(
      `export const ${method} = `,
    )
})

test('no two things have the same address, on whichever page they are', () => {
  const anchors = [
    'main',
    'conventions',
    'shapes',
    'labs',
    ...conventions.map(({ anchor }) => anchor),
    ...parts.flatMap(({ groups, shapes }) => [
      ...groups.map(({ anchor }) => anchor),
      ...shapes.map(({ anchor }) => anchor),
    ]),
    ...entries.map(({ anchor }) => anchor),
  ]
  expect(new Set(anchors).size).toBe(anchors.length)
  for (const anchor of anchors) expect(anchor).toMatch(/^[a-z0-9-]+$/)
})

test('every shape that is named is told', () => {
  const shapes = new Set(reference.shapes.map(({ anchor }) => anchor))
  const rows = [
    ...reference.shapes.flatMap((shape) => shape.rows),
    ...entries.flatMap(({ body }) => body?.rows ?? []),
  ]
  const named = [
    ...rows.flatMap(({ type }) =>
      type.flatMap((part) => ('shape' in part ? [part.shape] : [])),
    ),
    ...entries.flatMap(({ body, replies }) => [
      ...(body ? [body.shape] : []),
      ...replies.flatMap((reply) => reply.shapes),
    ]),
  ]
  expect(named.length).toBeGreaterThan(30)
  for (const name of named) expect(shapes, name).toContain(shapeAnchor(name))
})

test('the doors of the labs are on a page of their own, with what only they say', () => {
  expect(hrefOfAnchor('post-api-orders')).toBe('/api#post-api-orders')
  expect(hrefOfAnchor('post-api-labs-jwt')).toBe(
    '/api/labs-reference#post-api-labs-jwt',
  )
  expect(hrefOfShape('Order')).toBe('/api#shape-order')
  const shapes = parts.flatMap((part) => part.shapes)
  expect(shapes).toHaveLength(reference.shapes.length)
  const [site] = parts
  const told = new Set(site?.shapes.map(({ name }) => name))
  const named = operationsOf(site?.groups ?? []).flatMap(({ replies }) =>
    replies.flatMap((reply) => reply.shapes),
  )
  expect(named.length).toBeGreaterThan(10)
  for (const name of named) expect(told).toContain(name)
})

test('an order tells its body, its replies and every way to be refused', () => {
  const order = entryOf('post-api-orders')
  expect(order.access).toBe('sandbox')
  expect(
    order.body?.rows.map(({ path, isRequired, rules }) => [
      path.join('.'),
      isRequired,
      rules.join(', '),
    ]),
  ).toEqual([
    ['restaurant', true, '1 to 64 characters'],
    ['lines', true, '1 to 20 items'],
    ['lines.dish', true, '1 to 64 characters'],
    ['lines.quantity', true, '1 to 50'],
    ['note', false, 'at most 500 characters'],
  ])
  expect(order.replies).toMatchObject([
    { status: '201', shapes: ['Order'], headers: [{ name: 'Location' }, {}] },
  ])
  const refusals = order.refusals.flatMap(({ slugs }) => slugs)
  expect(refusals).toEqual(
    expect.arrayContaining(['sold-out', 'validation-failed', 'busy']),
  )
})

test('who may call is told from the document', () => {
  const access = Object.fromEntries(
    entries.map((entry) => [entry.anchor, entry.access]),
  )
  expect(access).toMatchObject({
    'post-api-sandboxes': 'open',
    'post-api-sandboxes-current-token': 'cookie',
    'get-api-orders': 'sandbox',
    'get-api-outbox': 'clock',
    'get-api-labs-weather-provider': 'key',
  })
})

test('a reply that may also be a refusal is told as both', () => {
  const health = entryOf('get-api-health')
  expect(health.replies.map(({ status }) => status)).toEqual(['200', '503'])
  expect(health.refusals.map(({ status }) => status)).toContain('503')
})
