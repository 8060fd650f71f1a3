import * as z from 'zod'
import type { Json } from './openapi-parts'

type Schema = z.core.$ZodType

/** The schemas that the document refers to, by their ids. */
const named = new Map<string, Schema>()

/** A reference to a schema that has an id of its own. */
export function refTo(schema: z.ZodType): Json {
  const id = schema.meta()?.id
  if (id === undefined) throw new Error('A schema in the contract has an id')
  named.set(id, schema)
  return { $ref: `#/components/schemas/${id}` }
}

/**
 * What the document refers to, and what that is made of, as JSON Schema
 * 2020-12. The registry that zod itself keeps will not do: where a bundler has
 * made a second copy of the contracts, it holds each id twice.
 */
export function componentSchemas(): Json {
  const registry = z.registry<{ id: string }>()
  const seen = new Set<Schema>()
  for (const schema of named.values()) register(schema, registry, seen)

  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  })
  return Object.fromEntries(
    Object.entries(schemas)
      .map(([id, { $schema: _, $id: __, id: ___, ...rest }]) => [id, rest])
      .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  )
}

function register(
  schema: Schema,
  registry: z.core.$ZodRegistry<{ id: string }>,
  seen: Set<Schema>,
): void {
  if (seen.has(schema)) return
  seen.add(schema)
  const id = z.globalRegistry.get(schema)?.id
  if (id !== undefined) registry.add(schema, { id })
  for (const part of partsOf(schema)) register(part, registry, seen)
}

/** What a schema is made of, and the one it is a described copy of. */
function partsOf(schema: Schema): Schema[] {
  const { def, parent } = schema._zod
  const later =
    schema instanceof z.core.$ZodLazy ? schema._zod.innerType : undefined
  const members: unknown[] = Object.values(def).flatMap(unfold)
  return [...members, parent, later].filter(
    (part) => part instanceof z.core.$ZodType,
  )
}

/** The members of an object, the choices of a union, or the one thing itself. */
function unfold(member: unknown): unknown[] {
  if (member instanceof z.core.$ZodType) return [member]
  return typeof member === 'object' && member !== null
    ? Object.values(member)
    : []
}
