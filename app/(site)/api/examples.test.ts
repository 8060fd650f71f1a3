import { expect, test } from 'vitest'
import * as z from 'zod'
import * as orders from '@/contracts/orders'
import { operations } from '@/contracts/openapi-operations'
import * as problem from '@/contracts/problem'
import * as restaurants from '@/contracts/restaurants'
import * as sandboxes from '@/contracts/sandboxes'
import * as site from '@/contracts/site'
import * as trace from '@/contracts/trace'
import { examples, exampleOf, textOf } from './examples'
import { conventions } from './conventions'
import { readOpenApi } from './open-api'
import { referenceOf } from './reference'

const modules = { orders, problem, restaurants, sandboxes, site, trace }
const schemas = new Map<string, z.ZodType>()
for (const each of Object.values(modules))
  for (const value of Object.values(each))
    if (value instanceof z.ZodType) {
      const id = value.meta()?.id
      if (id !== undefined) schemas.set(id, value)
    }

const reference = referenceOf(readOpenApi('http://127.0.0.1:3000', '0.0.0'))
const entries = reference.groups.flatMap((group) => group.operations)

test('every operation has a recorded reply, with a status that it tells of', () => {
  const recorded = Object.keys(operations).filter((name) => exampleOf(name))
  // A new operation may come before its recording: npm run record:api.
  expect(recorded.length).toBeGreaterThanOrEqual(18)
  for (const { method, path, replies } of entries) {
    const example = exampleOf(`${method} ${path}`)
    if (!example) continue
    const told = replies.map(({ status }) => Number(status))
    expect(told, `${method} ${path}`).toContain(example.status)
  }
})

test('what was recorded is what the contract promises today', () => {
  let parsed = 0
  for (const { method, path, replies } of entries) {
    const example = exampleOf(`${method} ${path}`)
    const reply = replies.find(
      ({ status }) => Number(status) === example?.status,
    )
    const schema = schemas.get(reply?.shapes[0] ?? '')
    if (!example || !schema) continue
    expect(() => schema.parse(example.body), `${method} ${path}`).not.toThrow()
    parsed += 1
  }
  expect(parsed).toBeGreaterThanOrEqual(11)
  const refused = exampleOf('POST /api/orders 422')
  expect(problem.Problem.parse(refused?.body).errors).toHaveLength(2)
})

test('no recorded reply holds a token, a cookie or a signature', () => {
  const text = JSON.stringify(examples)
  expect(text).not.toMatch(/eyJ[\w-]{10,}/)
  expect(text).not.toMatch(/v1,[A-Za-z0-9+/]{40}/)
  expect(text).not.toContain('set-cookie')
  expect(JSON.stringify(exampleOf('POST /api/sandboxes')?.body)).toMatch(
    /"token":"….{4} \(\d+ characters\)"/,
  )
})

test('a body is shown as the JSON that it is', () => {
  const order = exampleOf('POST /api/orders')
  expect(order && JSON.parse(textOf(order))).toEqual(order?.body)
  const events = exampleOf('GET /api/events')
  expect(events && textOf(events)).toMatch(/^event: order\.placed$/m)
})

test('every convention shows bytes that are really there', () => {
  for (const { anchor, bytes } of conventions)
    if (bytes.text !== null) {
      expect(bytes.text, anchor).not.toMatch(/undefined|null/)
      expect(bytes.text, anchor).toMatch(/^[\w-]+: .+|^\{/)
    }
})
