import {
  context,
  ROOT_CONTEXT,
  SpanKind,
  trace,
  type Attributes,
  type HrTime,
  type Span,
} from '@opentelemetry/api'
import { openDatabase, sharedClient, type Database } from '@/db/client'
import { timeNow } from '@/tracing/clock'
import { enclose, tracer } from '@/tracing/recorder'
import { regionOfDoor } from '@/tracing/regions'
import { tracedClient } from '@/tracing/traced-client'
import type { TraceParent } from '@/tracing/trace-context'
import { withVisit, type Visit } from '@/tracing/visit'

declare global {
  var backOfHouseDatabase: Database | undefined
}

/** The database of the whole house, traced. Doors get a visitor's part of it. */
export function houseDatabase(): Database {
  return (globalThis.backOfHouseDatabase ??= openDatabase(
    tracedClient(sharedClient()),
  ))
}

export function newVisit(given: Partial<Visit> & Pick<Visit, 'door'>): Visit {
  return {
    sandboxId: null,
    isKept: true,
    flags: 1,
    tracestate: null,
    service: 'plateful',
    secrets: new Set(),
    steps: [],
    baggage: null,
    ...given,
  }
}

type Opening = {
  visit: Visit
  parent: TraceParent | null
  kind: SpanKind
  attributes?: Attributes
  /** When it began, if that is not now. */
  startTime?: HrTime | undefined
}

/** Runs a visit inside its root span, which continues the parent's trace. */
export function inVisit<Result>(
  { visit, parent, kind, attributes, startTime = timeNow() }: Opening,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  const outside = parent
    ? trace.setSpanContext(ROOT_CONTEXT, {
        traceId: parent.traceId,
        spanId: parent.spanId,
        traceFlags: parent.flags,
        isRemote: true,
      })
    : ROOT_CONTEXT
  const base = withVisit(outside, visit)
  const span = tracer().startSpan(
    visit.door,
    { kind, attributes, startTime },
    base,
  )
  const code = regionOfDoor(visit.door)
  if (code) enclose(span, { code })
  return context.with(trace.setSpan(base, span), () => work(span))
}
