import { faultAttributes, type FaultName } from '@/contracts/faults'
import type { SpanLike } from './place-of'

const sentences: Record<FaultName, string> = {
  'db-slow': 'The fault you armed: the database takes its time.',
  'db-fail-midway': 'The fault you armed: this statement cannot be done.',
  'sold-out': 'The fault you armed: the shelf is empty when it counts.',
  'restaurant-offline': 'The fault you armed: the restaurant’s door is closed.',
  'drop-response':
    'The fault you armed: the line is cut before the answer has crossed.',
  'session-expired': 'The fault you armed: the session ended an hour ago.',
  'weather-down': 'The fault you armed: the weather service cannot be reached.',
}

const names: Record<FaultName, string> = {
  'db-slow': 'slow database',
  'db-fail-midway': 'failure midway',
  'sold-out': 'sold out meanwhile',
  'restaurant-offline': 'restaurant offline',
  'drop-response': 'response lost',
  'session-expired': 'expired session',
  'weather-down': 'weather service down',
}

/** The fault that a span suffers; null for one that suffers none. */
function faultOf({
  attributes,
}: Pick<SpanLike, 'attributes'>): FaultName | null {
  const name = attributes?.[faultAttributes.name]
  return isKnown(name) ? name : null
}

/** `your fault: slow database`, in the few words that a chip has room for. */
export function faultTitle(span: Pick<SpanLike, 'attributes'>): string | null {
  const name = faultOf(span)
  return name && names[name]
}

/** What a fault does to a step; empty where there is none. */
export function faultSentence(span: Pick<SpanLike, 'attributes'>): string {
  const name = faultOf(span)
  return name ? sentences[name] : ''
}

/**
 * The fault that a bar shows. That of a whole request shows where it breaks:
 * what the server did stays as it was.
 */
export function faultOfBar(
  span: Pick<SpanLike, 'attributes' | 'kind'>,
): string | null {
  return span.kind === 'server' ? null : faultTitle(span)
}

function isKnown(name: unknown): name is FaultName {
  return typeof name === 'string' && Object.hasOwn(names, name)
}
