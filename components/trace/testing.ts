import type { Span } from '@/contracts/trace'

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
