import { createContextKey, type Context, type Span } from '@opentelemetry/api'

/** What one request carries along while it is served, and its work afterwards. */
export type Visit = {
  /** The name of the door: `POST /api/orders`. */
  door: string
  /** Whose trace this is. Null until known; a trace of nobody is not kept. */
  sandboxId: string | null
  isKept: boolean
  flags: number
  tracestate: string | null
  /** Which program is at work: the backend, or the restaurant behind it. */
  service: 'plateful' | 'restaurant'
  /** Cookies, tokens, keys, signatures: never in a span as they are. */
  secrets: Set<string>
  steps: { name: string; durationMs: number }[]
  /** W3C baggage that goes along with messages that this visit sends. */
  baggage: string | null
  /** What befalls statements on their way; undefined when nothing does. */
  hinder?: Hinder | undefined
}

type OnItsWay = {
  step: string | undefined
  isChanging: boolean
  /** Whether it counts together with other statements, or is meant to. */
  isPartOfMore: boolean
  /** Whether a transaction is open, and others wait for its end. */
  isWithin: boolean
}

/** Delays a statement, or throws instead of it; its span says so, if it has one. */
export type Hinder = (
  statement: OnItsWay,
  span: Span | undefined,
) => Promise<void>

const visitKey = createContextKey('back-of-house visit')
const stepKey = createContextKey('back-of-house step')

export function visitOf(context: Context): Visit | undefined {
  return context.getValue(visitKey) as Visit | undefined
}

export function withVisit(context: Context, visit: Visit): Context {
  return context.setValue(visitKey, visit)
}

/** The name of the step that is running, by which SQL finds its source. */
export function stepOf(context: Context): string | undefined {
  return context.getValue(stepKey) as string | undefined
}

export function withStep(context: Context, name: string): Context {
  return context.setValue(stepKey, name)
}

/** A secret as it may be shown: its last four characters and its length. */
export function masked(secret: string): string {
  const tail = secret.length >= 16 ? secret.slice(-4) : ''
  return `…${tail} (${secret.length} characters)`
}

/** Shorter secrets are only recognised when they stand alone. */
const shortestWithin = 8

/** A text with every secret of the visit masked. */
export function withoutSecrets(text: string, visit: Visit): string {
  let shown = text
  for (const secret of visit.secrets)
    if (secret.length > text.length) continue
    else if (secret === text) return masked(secret)
    else if (secret.length >= shortestWithin && shown.includes(secret))
      shown = shown.replaceAll(secret, masked(secret))
  return shown
}

/** What JSON writes as it is. */
const plainInJson = /^[ !#-[\]-~]*$/

/** Whether a text of JSON can hold no secret of the visit; false when in doubt. */
export function mayShow(json: string, visit: Visit): boolean {
  for (const secret of visit.secrets) {
    if (secret.length > json.length) continue
    if (!plainInJson.test(secret)) return false
    const sought = secret.length < shortestWithin ? `"${secret}"` : secret
    if (json.includes(sought)) return false
  }
  return true
}
