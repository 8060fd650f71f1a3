import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { problems } from './problems'
import { openApiDocument } from './openapi'
import { operations } from './openapi-operations'

const document = openApiDocument('http://127.0.0.1:3000', '0.0.0')
const text = JSON.stringify(document)

/** The door for the W3C's tests, closed unless a variable opens it. */
const undocumented = ['/api/labs/trace-context']

/** `app/api/orders/[id]/route.ts` serves `/api/orders/{id}`. */
const pathOf = (file: string) =>
  `/api/${file}`.replace(/\/route\.ts$/, '').replaceAll(/\[(.+?)\]/g, '{$1}')

const doors = readdirSync('app/api', { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('route.ts'))

test('every door is in the document with every method it takes', () => {
  const served = doors.flatMap((file) => {
    const source = readFileSync(`app/api/${file}`, 'utf8')
    const methods = source.matchAll(
      /export const (\w+) = (?:endpoint|chore)\(/g,
    )
    return [...methods].map(([, method]) => `${method} ${pathOf(file)}`)
  })
  const known = served.filter(
    (route) => !undocumented.some((path) => route.endsWith(` ${path}`)),
  )
  expect(known.length).toBeGreaterThan(10)
  expect(Object.keys(operations).sort()).toEqual(
    expect.arrayContaining(known.sort()),
  )
})

test('every operation of the document has a door', () => {
  for (const route of Object.keys(operations)) {
    const path = route.split(' ')[1]?.replaceAll(/\{(.+?)\}/g, '[$1]')
    expect(existsSync(`app${path}/route.ts`), route).toBe(true)
  }
})

test('every reference within the document leads somewhere', () => {
  const references = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)]
  expect(references.length).toBeGreaterThan(50)
  for (const [, pointer = ''] of references) {
    let at: unknown = document
    for (const name of pointer.split('/'))
      at = typeof at === 'object' && at !== null && Reflect.get(at, name)
    expect(at, pointer).toBeTruthy()
  }
})

test('names of operations are unique, and each status tells its problems', () => {
  const ids = Object.values(operations).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { refusals } of Object.values(operations))
    for (const slug of refusals) expect(problems[slug].status).toBeDefined()
})

test('where a door itself answers 503, both of its bodies are told', () => {
  expect(document).toMatchObject({
    paths: {
      '/api/health': {
        get: {
          responses: {
            503: {
              content: {
                'application/json': {
                  schema: { $ref: '#/components/schemas/Health' },
                },
                'application/problem+json': {},
              },
            },
          },
        },
      },
    },
  })
})
