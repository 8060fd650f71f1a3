import { expect, test } from 'vitest'
import type { Schema } from './open-api'
import { rowsOf, typeOf, type TypePart } from './schema-rows'

const wordsOf = (type: TypePart[]) =>
  type.map((part) => ('shape' in part ? part.shape : part.text)).join('')

test('a type is told in words, whatever it is made of', () => {
  const types: [Schema, string][] = [
    [{ type: 'string' }, 'string'],
    [{ type: ['string', 'null'] }, 'string or null'],
    [{ $ref: '#/components/schemas/Money' }, 'Money'],
    [{ const: 'USD', type: 'string' }, '"USD"'],
    [
      { type: 'array', items: { $ref: '#/components/schemas/Order' } },
      'array of Order',
    ],
    [{ anyOf: [{ type: 'number' }, { type: 'null' }] }, 'number or null'],
    [
      { type: 'object', additionalProperties: { type: 'string' } },
      'map of string',
    ],
    [
      { type: 'array', prefixItems: [{ type: 'string' }], items: false },
      'pair of string',
    ],
    [{}, 'anything'],
  ]
  for (const [schema, words] of types)
    expect(wordsOf(typeOf(schema))).toBe(words)
})

test('rules are told in words; those that only JavaScript has are not', () => {
  const rulesOf = (field: Schema) =>
    rowsOf({ properties: { field } }, {}, false)[0]?.rules
  expect(rulesOf({ type: 'integer', minimum: 1, maximum: 50 })).toEqual([
    '1 to 50',
  ])
  expect(
    rulesOf({
      type: 'integer',
      minimum: Number.MIN_SAFE_INTEGER,
      maximum: Number.MAX_SAFE_INTEGER,
    }),
  ).toEqual([])
  expect(rulesOf({ type: 'integer', minimum: 0 })).toEqual(['0 or more'])
  expect(rulesOf({ type: 'string', maxLength: 500 })).toEqual([
    'at most 500 characters',
  ])
  expect(rulesOf({ type: 'string', minLength: 32, maxLength: 32 })).toEqual([
    '32 characters',
  ])
  expect(
    rulesOf({ format: 'starts_with', pattern: '^ord_.*', type: 'string' }),
  ).toEqual(['begins with ord_'])
  expect(
    rulesOf({
      anyOf: [{ type: 'string', format: 'date-time' }, { type: 'null' }],
    }),
  ).toEqual(['RFC 3339, in UTC'])
  expect(rulesOf({ type: 'boolean', default: false })).toEqual([
    'false when left out',
  ])
})

const shapes: Record<string, Schema> = {
  Line: {
    type: 'object',
    properties: { dish: { type: 'string' } },
    required: ['dish'],
  },
  Tree: {
    type: 'object',
    properties: {
      leaf: { type: 'string' },
      branches: {
        type: 'array',
        items: { $ref: '#/components/schemas/Tree' },
      },
    },
  },
}
const lines: Schema = {
  properties: {
    lines: { type: 'array', items: { $ref: '#/components/schemas/Line' } },
  },
  required: ['lines'],
}

test('a body is told to its depth, a shape only by the names of others', () => {
  const paths = (isWhole: boolean) =>
    rowsOf(lines, shapes, isWhole).map(({ path }) => path.join('.'))
  expect(paths(true)).toEqual(['lines', 'lines.dish'])
  expect(paths(false)).toEqual(['lines'])
})

test('a shape that contains itself is told once', () => {
  const { Tree = {} } = shapes
  const paths = rowsOf(
    { properties: { tree: { $ref: '#/components/schemas/Tree' } } },
    shapes,
    true,
  ).map(({ path }) => path.join('.'))
  expect(paths).toEqual(['tree', 'tree.leaf', 'tree.branches'])
  expect(rowsOf(Tree, shapes, false)).toHaveLength(2)
})
