import type { Order } from '@/contracts/orders'
import type { Problem } from '@/contracts/problem'
import type { Sandbox } from '@/contracts/sandboxes'
import type { SourceRegion, Trace } from '@/contracts/trace'

/*
 * What the page relies on in a reply, checked by hand: the schemas of the
 * contract weigh more than all the rest of the page's code together.
 */

export function isOrder(value: unknown): value is Order {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    value.id.startsWith('ord_') &&
    typeof value.status === 'string' &&
    isMoney(value.total) &&
    Array.isArray(value.lines)
  )
}

export function isSandbox(value: unknown): value is Sandbox {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.expiresAt === 'string'
  )
}

export function isTrace(value: unknown): value is Trace {
  return (
    isRecord(value) &&
    typeof value.traceId === 'string' &&
    Array.isArray(value.spans) &&
    value.spans.every(
      (span: unknown) =>
        isRecord(span) &&
        typeof span.spanId === 'string' &&
        typeof span.startTimeUnixNano === 'string' &&
        typeof span.endTimeUnixNano === 'string' &&
        isRecord(span.status) &&
        isRecord(span.attributes),
    )
  )
}

export function isSource(value: unknown): value is SourceRegion {
  return (
    isRecord(value) &&
    typeof value.hash === 'string' &&
    Array.isArray(value.lines) &&
    value.lines.every(Array.isArray)
  )
}

export function isProblem(value: unknown): value is Problem {
  return (
    isRecord(value) &&
    typeof value.type === 'string' &&
    typeof value.title === 'string' &&
    typeof value.status === 'number' &&
    typeof value.detail === 'string'
  )
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isMoney(value: unknown): boolean {
  return isRecord(value) && Number.isInteger(value.amount)
}
