import * as z from 'zod'
import recorded from '@/recordings/api-examples.json'
import { json, literalOf } from './snippets/snippet'

const Exchange = z.strictObject({
  status: z.int(),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.unknown(),
  leftOut: z.array(z.strictObject({ pointer: z.string(), count: z.int() })),
})
export type Exchange = z.infer<typeof Exchange>

const Examples = z.strictObject({
  label: z.literal('recorded'),
  recordedAt: z.iso.datetime(),
  version: z.string(),
  exchanges: z.record(z.string(), Exchange),
})

/** Replies as they came, kept with the code by `npm run record:api`. */
export const examples = Examples.parse(recorded)

/** The day on which they came. */
export const recordedOn = examples.recordedAt.slice(0, 10)

/** The reply to an operation, by its method and path; null where none is kept. */
export function exampleOf(name: string): Exchange | null {
  return examples.exchanges[name] ?? null
}

/** JSON on as few lines as can be read. */
export function jsonText(value: unknown): string {
  return literalOf(JSON.parse(JSON.stringify(value)), json)
}

export function headerOf(exchange: Exchange | null, name: string): string {
  return exchange?.headers.find(([field]) => field === name)?.[1] ?? ''
}

/** A body as it is read best: JSON indented, text as it came. */
export function textOf({ body }: Exchange): string {
  if (body === null) return ''
  return typeof body === 'string' ? body : jsonText(body)
}
