/** A trace of so many spans as OTLP/JSON: services that call one another. */
export function makeTrace(count: number, seed = 1): string {
  const random = randomFrom(seed)
  const traceId = hex(random, 32)
  const spans: Made[] = []
  const open: Made[] = []
  const originNs = 1_795_000_000_000_000_000n
  let clockNs = 0n
  for (let i = 0; i < count; i++) {
    while (open.length > 1 && random() < 0.42) close(open, clockNs)
    const parent = open.at(-1)
    const isCall = random() < 0.06 && open.length < 12
    const service = parent && !isCall ? parent.service : pick(random, services)
    clockNs += BigInt(Math.ceil(random() * 90_000))
    const span: Made = {
      service,
      span: {
        traceId,
        spanId: hex(random, 16),
        parentSpanId: parent?.span.spanId ?? '',
        name: isCall || !parent ? `GET /${service}` : pick(random, names),
        kind: isCall || !parent ? 2 : 1,
        startTimeUnixNano: String(originNs + clockNs),
        endTimeUnixNano: '',
        attributes: [
          { key: 'thread.id', value: { intValue: String(i % 8) } },
          {
            key: 'code.function.name',
            value: { stringValue: `work${i % 97}` },
          },
        ],
        status: { code: random() < 0.01 ? 2 : 0 },
      },
    }
    spans.push(span)
    open.push(span)
    if (open.length > 40) close(open, clockNs)
  }
  while (open.length > 0) close(open, (clockNs += 40_000n))
  return JSON.stringify({ resourceSpans: batchesOf(spans) })

  function close(open: Made[], endNs: bigint) {
    const ended = open.pop()
    if (ended) ended.span.endTimeUnixNano = String(originNs + endNs + 1_000n)
  }
}

type Made = {
  service: string
  span: Record<string, unknown> & { spanId: string; endTimeUnixNano: string }
}

const services = ['shop', 'basket', 'prices', 'stock', 'payments', 'mail']
const names = ['SELECT items', 'render', 'cache.get', 'validate', 'serialize']

function batchesOf(spans: Made[]) {
  return services.map((service) => ({
    resource: {
      attributes: [{ key: 'service.name', value: { stringValue: service } }],
    },
    scopeSpans: [
      {
        scope: { name: 'bench' },
        spans: spans.flatMap((made) =>
          made.service === service ? [made.span] : [],
        ),
      },
    ],
  }))
}

/** Mulberry32: the same numbers for the same seed, on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

function hex(random: () => number, length: number): string {
  return Array.from({ length }, () =>
    Math.floor(random() * 16).toString(16),
  ).join('')
}
