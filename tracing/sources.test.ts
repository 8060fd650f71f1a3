import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { SourceRegion } from '@/contracts/trace'
import { makeTestDatabase, type TestDatabase } from '@/db/testing'
import { keepBuild, keepSources } from './keep-sources'
import { builtRegions } from './regions'
import { decodeLine, encodeLine, type SourceLine } from './source-lines'
import { findSource, findSources, sourcesOf } from './sources'

let database: TestDatabase
beforeEach(async () => {
  database = await makeTestDatabase()
  globalThis.plateful = { client: database.client }
})

/** A region as an earlier build had it. */
function earlier(text: string): SourceRegion {
  return {
    file: 'server/orders/place-order.ts',
    function: 'placeOrder',
    line: 7,
    endLine: 8,
    hash: createHash('sha256').update(text).digest('hex'),
    lines: [[['await', 'keyword'], [' '], ['tx.insert', 'call'], [text]], []],
  }
}

async function kept(): Promise<Set<unknown>> {
  const { rows } = await database.client.execute(
    'select hash from code_regions',
  )
  return new Set(rows.map((row) => row['hash']))
}

test('every region of this build is found by its hash, lines and all', async () => {
  const sources = await findSources(builtRegions.map(({ hash }) => hash))
  for (const { hash, line, endLine } of builtRegions) {
    const source = SourceRegion.parse(sources[hash])
    expect(source.lines.length).toBe(endLine - line + 1)
  }
})

test('a start keeps the code of its build, and a second one leaves it alone', async () => {
  await keepSources(database.client)
  const hashes = new Set(builtRegions.map(({ hash }) => hash))
  expect(await kept()).toEqual(hashes)

  await database.client.execute('delete from code_regions')
  await keepSources(database.client)
  expect((await kept()).size).toBe(0)
})

test('a trace of an earlier build is shown the code of its day', async () => {
  const old = earlier('(orders)')
  await keepBuild(database.client, 'an earlier build', [old])
  await keepSources(database.client)
  expect(await findSource(old.hash)).toEqual(old)

  const newer = builtRegions.find(({ within }) => within === undefined)
  if (!newer) throw new Error('The manifest is empty')
  const span = { code: { ...old, lines: undefined } }
  const found = await sourcesOf([span, { code: newer }, { code: undefined }])
  expect(Object.keys(found).sort()).toEqual([old.hash, newer.hash].sort())
})

test('a part is shown within its function, or alone where that is gone', async () => {
  const part = { ...earlier('(part)'), within: earlier('(whole)').hash }
  await keepBuild(database.client, 'a build', [part])
  expect(Object.keys(await sourcesOf([{ code: part }]))).toEqual([part.hash])

  await keepBuild(database.client, 'a build', [part, earlier('(whole)')])
  expect(Object.keys(await sourcesOf([{ code: part }]))).toEqual([part.within])
})

test('code that nobody knows is left out, whatever is asked for', async () => {
  const nobody = [earlier('(never)').hash, '', 'constructor', "' or 1=1 --"]
  expect(await findSources(nobody)).toEqual({})
  for (const hash of nobody) expect(await findSource(hash)).toBeNull()
})

test('of very many regions those go that were not in use longest', async () => {
  const [first, second, third] = ['(1)', '(2)', '(3)'].map(earlier)
  if (!first || !second || !third) throw new Error('three')
  await keepBuild(database.client, 'one', [first, second], 2)
  await keepBuild(database.client, 'two', [first, third], 2)
  expect(await kept()).toEqual(new Set([first.hash, third.hash]))
})

test('a line comes back from the manifest as it went in', () => {
  const line: SourceLine = [
    ['  '],
    ['const', 'keyword'],
    [' at = ', 'faint'],
    ['0 "1"', 'string'],
    ['// 2', 'comment'],
    ['db.select', 'call'],
  ]
  expect(decodeLine(encodeLine(line))).toEqual(line)
})
