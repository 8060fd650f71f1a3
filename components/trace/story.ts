import { figure } from './time-scale'
import { faultSentence } from './fault-words'
import { placeOf, type SpanLike } from './place-of'
import { tables, verbs } from './statement-words'
import { sentences } from './story-words'

/**
 * The name under which a span of ours is explained: its own, or for a message
 * what is done with it, since one name stands on both sides of the wire.
 */
export function stepNameOf(span: SpanLike): string {
  const { name, kind, service } = span
  if (!/^[A-Z]+ \//.test(name)) return name
  if (kind === 'server' && service === 'plateful') return 'receive the request'
  if (kind === 'server' && service === 'restaurant')
    return 'receive the webhook'
  if (kind === 'client' && service === 'browser') return 'send the request'
  if (kind === 'client' && service === 'plateful') return callNameOf(name)
  return name
}

function callNameOf(name: string): string {
  if (/ \/api\/(auth|account|labs\/oauth)\b/.test(name))
    return 'open an address'
  if (/ \/api\/identity\//.test(name)) return 'ask the identity provider'
  return name.startsWith('GET') ? 'call another service' : 'call the restaurant'
}

/** The same request, sent once more because nobody knew what became of it. */
export function isResent({ service, attributes = {} }: SpanLike): boolean {
  return service === 'browser' && 'http.request.resend_count' in attributes
}

/** A span as a sentence that a reader needs no other view to understand. */
export function sentenceOf(span: SpanLike): string {
  const known = sentences[span.name]
  if (known) return withFate(known, span)
  const [verb = '', ...rest] = span.name.split(' ')
  const object = rest.join(' ')
  if (verbs[verb] && object) {
    const what = tables[object] ?? `the table ${object}`
    return withFate(`${verbs[verb]} ${what}.`, span)
  }
  if (object.startsWith('/')) return withFate(callSentence(span), span)
  return withFate(`${capital(span.name)}.`, span)
}

function callSentence(span: SpanLike): string {
  const place = placeOf(span)
  if (isResent(span))
    return span.attributes?.['request.same_key']
      ? 'The page asks again, with the same key.'
      : 'The page asks again, without a key.'
  if (place === 'network') return `The request ${span.name} leaves the browser.`
  if (span.kind === 'client') return `The server calls ${span.name}.`
  return place === 'service'
    ? `The restaurant receives ${span.name}.`
    : `The route handler receives ${span.name}.`
}

function withFate(sentence: string, span: SpanLike): string {
  const { status } = span
  const told = [sentence, faultSentence(span)].filter(Boolean).join(' ')
  if (status?.code !== 'error') return told
  return status.message
    ? `${told} It fails: ${status.message}`
    : `${told} It fails.`
}

export type StoryStep = {
  id: string
  sentence: string
  startMs: number
  endMs: number | null
}

/** The time of a step as a reader says it: `at 4.7 ms`. */
export function momentText(startMs: number): string {
  return `at ${figure(startMs)} ms`
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
