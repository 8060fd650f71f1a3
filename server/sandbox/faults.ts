import { trace, type Span } from '@opentelemetry/api'
import {
  faultAttributes,
  faultPrefix,
  faultRules,
  isFaultName,
  type FaultName,
} from '@/contracts/faults'
import { ProblemError } from '@/server/http/errors'

/** One thing that is to go wrong: how much of it, and in which step. */
export type Fault = { name: FaultName; value: number; at: string | null }
export type Faults = ReadonlyMap<FaultName, Fault>

export const noFaults: Faults = new Map()

/** The faults that act on a path: all on orders and labs, one on the weather. */
export function actingOn(pathname: string, faults: Faults): Faults {
  if (/^\/api\/(orders|labs)(\/|$)/.test(pathname)) return faults
  const down = faults.get('weather-down')
  return pathname === '/api/weather' && down
    ? new Map([[down.name, down]])
    : noFaults
}

/** Whether any fault can act on a path. */
export function mayFail(pathname: string): boolean {
  return /^\/api\/(orders|labs|weather)(\/|$)/.test(pathname)
}

const longestBaggage = 8_192
const mostMembers = 64

/**
 * The faults among the members of a `baggage` field (W3C Baggage). What else is
 * in it, and a fault nobody here knows, is none of our business; a value that a
 * known fault cannot have is 400, since the caller would wait for it in vain.
 */
export function readFaults(baggage: string | null): Faults {
  if (baggage === null || baggage.length > longestBaggage) return noFaults
  const members = baggage.split(',')
  if (members.length > mostMembers) return noFaults

  const faults = new Map<FaultName, Fault>()
  for (const member of members) {
    const [pair = '', ...properties] = member.split(';')
    const [key = '', ...rest] = pair.split('=').map((part) => part.trim())
    if (!key.startsWith(faultPrefix)) continue
    const name = key.slice(faultPrefix.length)
    if (!isFaultName(name)) continue
    const value = valueOf(name, rest.join('='))
    if (!faults.has(name))
      faults.set(name, { name, value, at: atOf(properties) })
  }
  return faults
}

function valueOf(name: FaultName, text: string): number {
  const { most } = faultRules[name]
  const value = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= most) return value
  throw new ProblemError(
    'malformed-request',
    most === 1
      ? `The baggage member ${faultPrefix}${name} can only be 1.`
      : `The baggage member ${faultPrefix}${name} is a whole number from 1 to ${most}.`,
  )
}

/** `;at=save-the-order`: a step, written as in the Server-Timing field. */
function atOf(properties: string[]): string | null {
  for (const property of properties) {
    const [, at] = /^\s*at\s*=\s*([a-z]+(?:-[a-z]+)*)\s*$/.exec(property) ?? []
    if (at !== undefined) return at
  }
  return null
}

/** What goes along with messages that leave: the restaurant's own fault. */
export function travelling(faults: Faults): string | null {
  const fault = faults.get('restaurant-offline')
  return fault ? `${faultPrefix}${fault.name}=${fault.value}` : null
}

/** The span that suffers a fault says so. */
export function markFault(
  fault: Fault,
  span: Span | undefined = trace.getActiveSpan(),
): void {
  span?.setAttributes({
    [faultAttributes.name]: fault.name,
    [faultAttributes.value]: fault.value,
  })
}

/** A message that found its receiver away, because it was to: so says its span. */
export function markTravelling(baggage: string | undefined, span: Span): void {
  for (const fault of readFaults(baggage ?? null).values())
    markFault(fault, span)
}
