import type { Span } from '@/contracts/trace'

const longest = 110

/** What the machine saw of a step, in one line: the message, or the statement. */
export function machineLineOf(span: Span): string | null {
  const text = span.sql?.text ?? span.attributes['db.query.text']
  if (typeof text === 'string') return cut(text.replaceAll(/\s+/g, ' '))
  const { request, response } = span.wire ?? {}
  if (request && response) {
    const status = response.startLine.replace(/^HTTP\/[\d.]+ /, '')
    return cut(`${withoutVersion(request.startLine)} → ${status}`)
  }
  const message = request ?? response
  return message ? cut(withoutVersion(message.startLine)) : null
}

function withoutVersion(startLine: string): string {
  return startLine.replace(/^HTTP\/[\d.]+ | HTTP\/[\d.]+$/g, '')
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
