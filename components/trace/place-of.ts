import type { Span } from '@/contracts/trace'

/** The six places where an order exists, each with a colour of its own. */
export const places = [
  'browser',
  'network',
  'server',
  'data',
  'service',
  'auth',
] as const
export type Place = (typeof places)[number]

export const placeNames: Record<Place, string> = {
  browser: 'Browser',
  network: 'Network',
  server: 'Server code',
  data: 'Database',
  service: 'Other services',
  auth: 'Sign-in',
}

/** As much of a span as is known when it starts, and whatever else is known. */
export type SpanLike = Pick<
  Span,
  'spanId' | 'parentSpanId' | 'name' | 'kind' | 'service' | 'startTimeUnixNano'
> &
  Partial<
    Pick<
      Span,
      'endTimeUnixNano' | 'status' | 'attributes' | 'sql' | 'code' | 'wire'
    >
  >

const sqlVerb = /^(SELECT|INSERT|UPDATE|DELETE|BEGIN|COMMIT|ROLLBACK)\b/

/** Where a span ran. */
export function placeOf(span: Omit<SpanLike, 'spanId'>): Place {
  const { attributes = {}, service, kind, code, sql } = span
  if (service === 'browser') {
    const isRequest = kind === 'client' && 'http.request.method' in attributes
    return isRequest ? 'network' : 'browser'
  }
  const isStatement = kind !== 'server' && sqlVerb.test(span.name)
  if (sql || 'db.system.name' in attributes || isStatement) return 'data'
  if (service === 'restaurant') return 'service'
  if (kind === 'client' && / \/api\/identity\//.test(span.name)) return 'auth'
  // Plateful reads nothing from itself: whom it asks is somebody else.
  if (service === 'plateful' && kind === 'client' && /^GET \//.test(span.name))
    return 'service'
  const file = codeFileOf({ code, attributes })
  return /^server\/(guests|identity)\//.test(file) ? 'auth' : 'server'
}

/** The file a span's code is in, where it is known. */
export function codeFileOf({
  code,
  attributes,
}: Pick<SpanLike, 'code' | 'attributes'>): string {
  return code?.file ?? String(attributes?.['code.file.path'] ?? '')
}
