import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { Problem } from '@/contracts/problem'
import { SourceRegion } from '@/contracts/trace'
import type { TestDatabase } from '@/db/testing'
import { call, startTestBackend } from '@/server/http/testing'
import { keepBuild } from '@/tracing/keep-sources'
import { regionOfStep } from '@/tracing/regions'
import { GET } from './[hash]/route'

let database: TestDatabase
beforeAll(async () => {
  database = await startTestBackend()
})

const read = (hash: string, rest = {}) =>
  call(GET, { path: `/api/code/${hash}`, params: { hash }, ...rest })

const code = regionOfStep('POST /api/orders', 'save the order')
const hash = code?.hash ?? ''

test('anybody can read the code that a span names, and keep it for good', async () => {
  const reply = await read(hash)
  expect(reply.status).toBe(200)
  expect(reply.headers.get('cache-control')).toBe(
    'public, max-age=31536000, immutable',
  )
  expect(reply.headers.get('set-cookie')).toBeNull()

  const source = SourceRegion.parse(await reply.json())
  expect(source).toMatchObject({ ...code })
  const lines = source.lines.map((line) => line.map(([text]) => text).join(''))
  const text = lines.join('\n')
  expect(createHash('sha256').update(text).digest('hex')).toBe(hash)
  expect(text).toContain('export async function placeOrder(')
  expect(source.lines.flat()).toContainEqual(['tx.insert', 'call'])
  expect(source.lines.flat()).toContainEqual(['await', 'keyword'])
})

test('it has a strong validator, and is not sent twice', async () => {
  const tag = (await read(hash)).headers.get('etag') ?? ''
  expect(tag).toMatch(/^"[\w-]+"$/)
  const again = await read(hash, { headers: { 'if-none-match': tag } })
  expect([again.status, await again.text()]).toEqual([304, ''])
  const head = await read(hash, { method: 'HEAD' })
  expect([head.status, head.headers.get('etag')]).toEqual([200, tag])
})

test('the code of an earlier build is read from the database', async () => {
  const lines: SourceRegion['lines'] = [[['return', 'keyword'], [' 1']]]
  const old = {
    file: 'server/orders/place-order.ts',
    function: 'placeOrder',
    line: 3,
    endLine: 3,
    hash: createHash('sha256').update('return 1').digest('hex'),
    lines,
  }
  expect((await read(old.hash)).status).toBe(404)
  await keepBuild(database.client, 'an earlier build', [old])
  expect(await (await read(old.hash)).json()).toEqual(old)
})

test.each(['0'.repeat(64), 'constructor', '%00', hash.toUpperCase()])(
  'a hash that nobody knows (%s) is 404, as a problem',
  async (unknown) => {
    const reply = await read(unknown)
    expect(reply.status).toBe(404)
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(Problem.parse(await reply.json()).type).toMatch(/not-found$/)
  },
)
