import type { Access } from '../reference'
import type { Json, SnippetRequest } from './snippet'

/** A request of the reference, before it is somebody's own. */
export type SnippetModel = {
  method: string
  /** With its variable parts in braces: `/api/orders/{id}`. */
  path: string
  /** An example of each part in braces. */
  parts: Readonly<Record<string, string>>
  headers: readonly (readonly [name: string, value: string])[]
  /** Parameters that an example of the address has. */
  query: readonly (readonly [name: string, value: string])[]
  body?: Json
  form?: string
  access: Access
  answers: SnippetRequest['answers']
}

/** What the reader's own sandbox puts in the place of the examples. */
export type Own = {
  /** Null while the reader has none: then a variable stands in for it. */
  token: string | null
  parts: Readonly<Record<string, string>>
  idempotencyKey: string | null
}

export const nothingOwn: Own = { token: null, parts: {}, idempotencyKey: null }

/** The request at this address, with what is the reader's own in it. */
export function requestOf(
  model: SnippetModel,
  base: string,
  own: Own,
): SnippetRequest {
  const { method, path, parts, headers, query, body, form, access, answers } =
    model
  const sought = new URLSearchParams(
    query.map(([name, value]) => [name, value]),
  )
  const all = { ...parts, ...own.parts }
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    name in all ? encodeURIComponent(all[name] ?? '') : whole,
  )
  return {
    method,
    url: base + filled + (query.length === 0 ? '' : `?${sought}`),
    headers: headers.map(([name, value]) =>
      name === 'Idempotency-Key' && own.idempotencyKey !== null
        ? [name, own.idempotencyKey]
        : [name, value],
    ),
    ...(body === undefined ? {} : { body }),
    ...(form === undefined ? {} : { form }),
    bearer: bearerOf(access, own.token),
    answers,
  }
}

function bearerOf(
  access: Access,
  token: string | null,
): SnippetRequest['bearer'] {
  if (access === 'access-token') return { variable: 'ACCESS_TOKEN' }
  if (access === 'clock') return { variable: 'CRON_SECRET' }
  if (access === 'key') return { variable: 'WEATHER_KEY' }
  if (access !== 'sandbox') return null
  return token === null ? { variable: 'TOKEN' } : { value: token }
}
