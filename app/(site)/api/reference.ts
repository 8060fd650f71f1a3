import { problems, type ProblemSlug } from '@/contracts/problems'
import type { LabName } from '@/labs/labs'
import {
  nameOf,
  type OpenApi,
  type Operation,
  type Parameter,
  type Reply,
} from './open-api'
import { rowsOf, type SchemaRow } from './schema-rows'

/** A reply of the operation's own, as opposed to a refusal. */
export type ReplyRow = {
  status: string
  about: string
  mediaTypes: string[]
  shapes: string[]
  /** Header fields that only some replies carry; every reply has the others. */
  headers: { name: string; about: string }[]
}

/** How a caller says who they are, or that nobody asks. */
export type Access =
  'open' | 'sandbox' | 'cookie' | 'clock' | 'client' | 'access-token' | 'key'

export type OperationEntry = {
  anchor: string
  method: string
  path: string
  summary: string
  about: string
  access: Access
  parameters: Parameter[]
  body: {
    shape: string
    isRequired: boolean
    rows: SchemaRow[]
    example: unknown
    /** Sent as a form, not as JSON. */
    isForm: boolean
  } | null
  replies: ReplyRow[]
  refusals: { status: string; slugs: ProblemSlug[] }[]
  /** The file in which its door is written. */
  source: string
}

export type Group = {
  anchor: string
  name: string
  about: string
  /** The lab whose doors they are. */
  lab?: LabName
  operations: OperationEntry[]
}

export type Shape = {
  anchor: string
  name: string
  about: string
  values: string[]
  rows: SchemaRow[]
  isClosed: boolean
}

export type Reference = {
  version: string
  groups: Group[]
  shapes: Shape[]
  headers: { name: string; about: string; example: string }[]
}

export function operationsOf(groups: readonly Group[]): OperationEntry[] {
  return groups.flatMap(({ operations }) => operations)
}

/** The document, in the order in which it is read. */
export function referenceOf(document: OpenApi): Reference {
  const entries = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags[0],
      entry: entryOf(method.toUpperCase(), path, operation, document),
    })),
  )
  return {
    version: document.info.version,
    groups: document.tags.map(({ name, description }) => ({
      anchor: slugOf(name),
      name,
      about: description,
      operations: entries.flatMap(({ tag, entry }) =>
        tag === name ? [entry] : [],
      ),
    })),
    shapes: shapesOf(document),
    headers: Object.entries(document.components.headers).map(
      ([name, { description = '', example = '' }]) => ({
        name,
        about: description,
        example,
      }),
    ),
  }
}

function entryOf(
  method: string,
  path: string,
  operation: Operation,
  document: OpenApi,
): OperationEntry {
  const replies = Object.entries(operation.responses)
  return {
    anchor: slugOf(`${method} ${path}`),
    method,
    path,
    summary: operation.summary,
    about: operation.description,
    access: accessOf(operation, document),
    parameters: operation.parameters,
    body: bodyOf(operation, document),
    replies: replies.flatMap(([status, reply]) =>
      replyRow(status, reply, document),
    ),
    refusals: replies.flatMap(([status, reply]) => {
      const slugs = slugsOf(reply)
      return slugs.length > 0 ? [{ status, slugs }] : []
    }),
    source: `app${path.replaceAll(/\{(\w+)\}/g, '[$1]')}/route.ts`,
  }
}

/** `POST /api/orders/{id}` is found at `#post-api-orders-id`. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

export function shapeAnchor(name: string): string {
  return `shape-${slugOf(name)}`
}

function accessOf(operation: Operation, document: OpenApi): Access {
  const ways = operation.security ?? document.security
  const names = ways.flatMap((way) => Object.keys(way))
  if (names.includes('clock')) return 'clock'
  if (names.includes('client')) return 'client'
  if (names.includes('accessToken')) return 'access-token'
  if (names.includes('key')) return 'key'
  if (names.includes('bearer')) return 'sandbox'
  return names.includes('cookie') ? 'cookie' : 'open'
}

function bodyOf({ requestBody }: Operation, { components }: OpenApi) {
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  if (!requestBody || !content?.schema.$ref) return null
  const shape = nameOf(content.schema.$ref)
  return {
    shape,
    isRequired: requestBody.required,
    rows: rowsOf(components.schemas[shape] ?? {}, components.schemas, true),
    example: content.example,
    isForm: type !== 'application/json',
  }
}

const problemType = 'application/problem+json'

/** Header fields that every reply has: told once, under the conventions. */
const carriedByAll = ['traceresponse', 'Server-Timing']
const limits = ['RateLimit', 'RateLimit-Policy']

function replyRow(
  status: string,
  reply: Reply,
  { components }: OpenApi,
): ReplyRow[] {
  const bodies = Object.entries(reply.content).filter(
    ([type]) => type !== problemType,
  )
  const isRefusal = reply.content[problemType] && bodies.length === 0
  if (isRefusal) return []
  return [
    {
      status,
      about: reply.description,
      mediaTypes: bodies.map(([type]) => type),
      shapes: bodies.flatMap(([, { schema }]) =>
        [schema, ...(schema.oneOf ?? [])].flatMap(({ $ref }) =>
          $ref ? [nameOf($ref)] : [],
        ),
      ),
      headers: Object.entries(reply.headers)
        .filter(([name]) => ![...carriedByAll, ...limits].includes(name))
        .map(([name, { description }]) => ({
          name,
          about: description ?? components.headers[name]?.description ?? '',
        })),
    },
  ]
}

function slugsOf(reply: Reply): ProblemSlug[] {
  return Object.keys(reply.content[problemType]?.examples ?? {}).filter(isSlug)
}

function isSlug(slug: string): slug is ProblemSlug {
  return Object.hasOwn(problems, slug)
}

function shapesOf({ components: { schemas } }: OpenApi): Shape[] {
  return Object.entries(schemas)
    .map(([name, schema]) => ({
      anchor: shapeAnchor(name),
      name,
      about: schema.description ?? '',
      values: (schema.enum ?? []).map(String),
      rows: rowsOf(schema, schemas, false),
      isClosed: schema.additionalProperties === false,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
