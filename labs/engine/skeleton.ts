import type { Span } from '@/contracts/trace'
import { titleOf } from '@/components/trace/step-titles'

/** What every request passes on its way through a backend, in this order. */
export const stations = [
  'receive',
  'who',
  'read',
  'decide',
  'write',
  'answer',
] as const
export type Station = (typeof stations)[number]

export const stationNames: Record<Station, string> = {
  receive: 'Receive',
  who: 'Who asks?',
  read: 'Read',
  decide: 'Decide',
  write: 'Write',
  answer: 'Answer',
}

/** A stay at a station: the steps that were taken there, and how long. */
type Stay = { ms: number; steps: string[]; isFailed: boolean }

export type Skeleton = {
  totalMs: number
  status: number | null
  /** Null at a station that the request never came to. */
  stays: Record<Station, Stay | null>
}

/** At which station each step of the three doors is taken. */
const stationOf = new Map<string, Station>([
  ['open a sandbox', 'who'],
  ['see who is asking', 'who'],
  ['count this request', 'who'],
  ['read the sign-in', 'read'],
  ['read the review', 'read'],
  ['read the order', 'read'],
  ['check the password', 'decide'],
  ['find the dish', 'decide'],
  ['look for a repeat', 'decide'],
  ['price the basket', 'decide'],
  ['keep the sign-in', 'write'],
  ['keep the review', 'write'],
  ['save the order', 'write'],
])

/**
 * A trace as its way through the six stations; null while its end is not there.
 * What lies before the first step is receiving, what follows the last is
 * answering. `expected` are the steps that the reply told of: spans come in
 * pieces, and a way with a hole in it would be a lie.
 */
export function skeletonOf(
  spans: readonly Span[],
  expected: readonly string[],
): Skeleton | null {
  const door = spans.find(
    ({ kind, service }) => kind === 'server' && service === 'plateful',
  )
  if (!door) return null
  const steps = spans
    .filter(
      ({ parentSpanId, name }) =>
        parentSpanId === door.spanId && stationOf.has(name),
    )
    .sort((a, b) => startOf(a) - startOf(b))
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last) return null
  const names = new Set(steps.map(({ name }) => name))
  if (expected.some((name) => stationOf.has(name) && !names.has(name)))
    return null
  const status = door.attributes['http.response.status_code']
  const between = (ms: number): Stay => ({
    ms: Math.max(0, ms),
    steps: [],
    isFailed: false,
  })
  return {
    totalMs: endOf(door) - startOf(door),
    status: typeof status === 'number' ? status : null,
    stays: {
      receive: between(startOf(first) - startOf(door)),
      who: stayAt('who', steps),
      read: stayAt('read', steps),
      decide: stayAt('decide', steps),
      write: stayAt('write', steps),
      answer: between(endOf(door) - endOf(last)),
    },
  }
}

function stayAt(station: Station, steps: readonly Span[]): Stay | null {
  const own = steps.filter(({ name }) => stationOf.get(name) === station)
  if (own.length === 0) return null
  return {
    ms: own.reduce((sum, span) => sum + endOf(span) - startOf(span), 0),
    steps: own.map(titleOf),
    isFailed: own.some(({ status }) => status.code === 'error'),
  }
}

/** Nanoseconds since 1970 do not fit a number; within a day microseconds do. */
const dayNs = 86_400_000_000_000n

function startOf({ startTimeUnixNano }: Span): number {
  return Number(BigInt(startTimeUnixNano) % dayNs) / 1e6
}

/** A span that ends after midnight began before it. */
function endOf(span: Span): number {
  const lasted = BigInt(span.endTimeUnixNano) - BigInt(span.startTimeUnixNano)
  return startOf(span) + Number(lasted) / 1e6
}
