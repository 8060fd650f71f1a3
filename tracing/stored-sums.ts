import type { TraceSum } from './span-statements'

type TraceKey = { sandboxId: string; traceId: string }

/** More than this is forgotten, the oldest first: the database knows as well. */
const mostKnown = 2_000
const mostLost = 10_000

/**
 * What this process knows of the traces it has written: how full they are, how
 * many of their spans are lost, and by how much a sandbox has grown.
 */
export class StoredSums {
  readonly #sums = new Map<string, TraceSum>()
  readonly #lost = new Map<string, number>()
  readonly #growth = new Map<string, number>()

  of({ sandboxId, traceId }: TraceKey): TraceSum | undefined {
    return this.#sums.get(`${sandboxId} ${traceId}`)
  }

  note(sandboxId: string, traceId: string, sum: TraceSum): void {
    put(this.#sums, `${sandboxId} ${traceId}`, sum, mostKnown)
  }

  /** Spans that will not be stored. Their trace says so when it next is. */
  lose(sandboxId: string, traceId: string, spans: number): void {
    const key = `${sandboxId} ${traceId}`
    put(this.#lost, key, (this.#lost.get(key) ?? 0) + spans, mostLost)
  }

  takeLost(sandboxId: string, traceId: string): number {
    const key = `${sandboxId} ${traceId}`
    const lost = this.#lost.get(key) ?? 0
    this.#lost.delete(key)
    return lost
  }

  grow(sandboxId: string, bytes: number): void {
    const grown = (this.#growth.get(sandboxId) ?? 0) + bytes
    put(this.#growth, sandboxId, grown, mostKnown)
  }

  /** The sandboxes that have grown by so much since they were last looked at. */
  takeGrown(bytes: number): string[] {
    const grown = [...this.#growth].flatMap(([sandboxId, growth]) =>
      growth >= bytes ? [sandboxId] : [],
    )
    for (const sandboxId of grown) this.#growth.delete(sandboxId)
    return grown
  }
}

function put<Value>(
  map: Map<string, Value>,
  key: string,
  value: Value,
  most: number,
): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > most && oldest !== undefined) map.delete(oldest)
}
