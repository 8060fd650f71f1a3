import type { RowChange, Span } from '@/contracts/trace'

/** A span for tests, its times in milliseconds. */
export function testSpan(
  spanId: string,
  parentSpanId: string | null,
  startMs: number,
  endMs: number,
  rest: Partial<Span> = {},
): Span {
  return {
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    spanId,
    parentSpanId,
    name: spanId,
    kind: 'internal',
    service: 'plateful',
    startTimeUnixNano: nano(startMs),
    endTimeUnixNano: nano(endMs),
    status: { code: 'unset' },
    attributes: {},
    events: [],
    ...rest,
  }
}

function nano(ms: number): string {
  return String(1_795_000_000_000_000_000n + BigInt(Math.round(ms * 1e6)))
}

/** A statement's span for tests, with what it changed. */
export function statementSpan(
  spanId: string,
  parentSpanId: string | null,
  startMs: number,
  text: string,
  sql: Partial<NonNullable<Span['sql']>> = {},
  rest: Partial<Span> = {},
): Span {
  return testSpan(spanId, parentSpanId, startMs, startMs + 0.5, {
    name: text.split(' ', 1)[0]?.toUpperCase() ?? '',
    kind: 'client',
    attributes: { 'db.system.name': 'sqlite' },
    sql: {
      text,
      parameters: [],
      rowsReturned: null,
      rowsAffected: null,
      ...sql,
    },
    ...rest,
  })
}

export function change(
  before: RowChange['before'],
  after: RowChange['after'],
  table = 'portions',
  key = ['dish'],
): RowChange {
  return { table, key, before, after }
}
