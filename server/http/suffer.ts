import type { Span } from '@opentelemetry/api'
import * as z from 'zod'
import type { Database } from '@/db/client'
import {
  actingOn,
  markFault,
  mayFail,
  noFaults,
  readFaults,
  travelling,
  type Faults,
} from '@/server/sandbox/faults'
import { faultyDatabase } from '@/server/sandbox/faulty-database'
import { hindranceOf } from '@/server/sandbox/hindrance'
import type { Visit } from '@/tracing/visit'
import { ProblemError } from './errors'
import { bodyOf } from './read-json'

/** What a request asked to go wrong with itself, once it is known whose it is. */
export function armFaults(request: Request, visit: Visit): Faults {
  const { pathname } = new URL(request.url)
  if (visit.sandboxId === null || !mayFail(pathname)) return noFaults
  const asked = readFaults(request.headers.get('baggage'))
  const faults = actingOn(pathname, asked)
  visit.baggage = travelling(faults)
  visit.hinder = hindranceOf(faults)
  return faults
}

/** A restaurant that is away answers before anything is read or believed. */
export function requireOpenDoor(request: Request, visit: Visit): void {
  if (visit.service !== 'restaurant') return
  const away = readFaults(request.headers.get('baggage')).get(
    'restaurant-offline',
  )
  if (!away) return
  markFault(away)
  throw new ProblemError(
    'restaurant-offline',
    'The restaurant’s door is closed. Nothing was printed.',
    { headers: { 'Retry-After': '2' } },
  )
}

/** Runs a door on a database that has changed behind its back, if it is to. */
export async function onFaulty<Result>(
  { db, faults, request }: { db: Database; faults: Faults; request: Request },
  door: (db: Database) => Promise<Result>,
): Promise<Result> {
  const wanted = () => dishesIn(bodyOf(request))
  const faulty = faultyDatabase(db, faults, wanted)
  try {
    return await door(faulty.db)
  } finally {
    await faulty.restore()
  }
}

const mostDishes = 20

const Named = z.object({ lines: z.array(z.object({ dish: z.string() })) })

/** The dishes that an order names, as far as it can be read. */
function dishesIn(body: string | null): string[] {
  const named = Named.safeParse(JSON.parse(body ?? 'null'))
  const lines = named.data?.lines.slice(0, mostDishes) ?? []
  return [...new Set(lines.map(({ dish }) => dish))]
}

/** By this name Next takes it for a line that is cut, and logs no error. */
const cut = Object.assign(new Error('The line was cut, as asked for'), {
  name: 'AbortError',
})

/** The head of the response arrives, and half of its body. */
export function dropResponse(
  response: Response,
  body: string | null,
  { faults, span }: { faults: Faults; span: Span },
): Response {
  const fault = faults.get('drop-response')
  if (!fault || body === null) return response
  markFault(fault, span)
  const bytes = new TextEncoder().encode(body)
  const half = bytes.subarray(0, Math.floor(bytes.length / 2))
  let isSent = false
  const broken = new ReadableStream({
    pull(controller) {
      if (isSent) controller.error(cut)
      else controller.enqueue(half)
      isSent = true
    },
  })
  const { status, headers } = response
  return new Response(broken, { status, headers })
}
