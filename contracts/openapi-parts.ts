import * as z from 'zod'
import { refTo } from './openapi-schemas'
import { Problem } from './problem'
import { problems, type ProblemSlug } from './problems'

export type Json = { [name: string]: unknown }

export type Operation = {
  tag: string
  id: string
  summary: string
  description: string
  parameters?: Json[]
  body?: {
    schema: z.ZodType
    example: unknown
    isOptional?: boolean
    /** Sent as a form, not as JSON. */
    isForm?: boolean
  }
  replies: Record<number, Json>
  refusals: ProblemSlug[]
  /** Doors that ask for no sandbox, or prove the caller by themselves. */
  isOpen?: boolean
  security?: Json[]
}

export function json(
  description: string,
  schema: z.ZodType,
  headers: Json = {},
): Json {
  return {
    description,
    headers: { ...commonHeaders, ...headers },
    content: { 'application/json': { schema: refTo(schema) } },
  }
}

export function empty(description: string, headers: Json = {}): Json {
  return { description, headers: { ...commonHeaders, ...headers } }
}

const field = (description: string, example: string) => ({
  description,
  schema: { type: 'string' },
  example,
})

/** Header fields that many replies carry, told once. */
export const componentHeaders: Json = {
  traceresponse: field(
    'The trace that this request became (W3C Trace Context).',
    '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  ),
  'Server-Timing': field(
    'Each step of the door with its duration in milliseconds.',
    'save-the-order;dur=2.31;desc="save the order"',
  ),
  'RateLimit-Policy': field(
    'How many requests a window of seconds may have.',
    '"orders";q=60;w=60',
  ),
  RateLimit: field(
    'How many are left, and in how many seconds there are more.',
    '"orders";r=59;t=60',
  ),
  ETag: field('A strong validator of this version.', '"ord_1a2b.1"'),
  'Retry-After': field('Seconds to wait before the next try.', '7'),
}

const headers = (...names: string[]): Json =>
  Object.fromEntries(
    names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  )

export const commonHeaders = headers('traceresponse', 'Server-Timing')
export const limitHeaders = headers('RateLimit-Policy', 'RateLimit')
export const etagHeader = headers('ETag')
/** Of a list that is given out a page at a time. */
export const pageHeaders = {
  ...limitHeaders,
  Link: {
    description: 'The next page (RFC 8288).',
    schema: { type: 'string' },
  },
}

/** Refusals by status: one reply for all problems that share it. */
export function refusalReplies(slugs: readonly ProblemSlug[]): Json {
  const byStatus = new Map<number, ProblemSlug[]>()
  for (const slug of slugs) {
    const { status } = problems[slug]
    byStatus.set(status, [...(byStatus.get(status) ?? []), slug])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [status, refusal(status, group)]),
  )
}

function refusal(status: number, slugs: ProblemSlug[]): Json {
  const isLater = status === 429 || status === 503
  return {
    description: slugs.map((slug) => problems[slug].title).join('; '),
    headers: {
      ...commonHeaders,
      ...(isLater ? headers('Retry-After') : {}),
      ...(status === 429 ? limitHeaders : {}),
    },
    content: {
      'application/problem+json': {
        schema: refTo(Problem),
        examples: Object.fromEntries(
          slugs.map((slug) => [
            slug,
            { $ref: `#/components/examples/${slug}` },
          ]),
        ),
      },
    },
  }
}

/** One problem document for each problem that an operation names. */
export function componentExamples(named: Iterable<ProblemSlug>): Json {
  return Object.fromEntries(
    [...new Set(named)].map((slug) => [slug, { value: exampleOf(slug) }]),
  )
}

function exampleOf(slug: ProblemSlug): Json {
  const { title, status, help } = problems[slug]
  return {
    type: `http://127.0.0.1:3000/problems/${slug}`,
    title,
    status,
    detail: help,
    instance: '/api/orders',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  }
}
