import type { Client } from '@libsql/client'
import { sharedClient } from '@/db/client'
import { env } from '@/env'
import type { Span } from '@/contracts/trace'
import { QueryPlans } from './query-plans'
import {
  recordedFrom,
  spanFrom,
  startOf,
  type RecordedSpan,
  type RecordedStart,
} from './recorded-span'
import type {} from './span-export'
import { SpanTemplates } from './span-templates'
import { StoredSums } from './stored-sums'
import {
  keepNewest,
  keepWithinBytes,
  rowsFor,
  storingStatements,
  traceLimits,
  type Group,
} from './span-statements'

/**
 * Spans of a request end close together; this long they wait for each other.
 * Longer where each write is a round trip, and holds up other writers.
 */
const gatherMs = env.databaseUrl.startsWith('file:') ? 20 : 100

/** How much may wait for a database that does not answer. */
const mostWaiting = { traces: 1_000, spans: 20_000 }

/**
 * Keeps spans after the reply, many in one write. The write may be lost with
 * the power, never with the order: it runs on the relaxed tables' terms.
 */
export class SpanStore {
  readonly #client: () => Client
  readonly #plans = new QueryPlans()
  readonly #sums = new StoredSums()
  readonly #templates = new SpanTemplates()
  #groups = new Map<string, Group>()
  #newest: Group | undefined
  #waiting = 0
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  #onStored: () => void = () => {}

  constructor(client: () => Client) {
    this.#client = client
  }

  /** Calls back after each write, so that open streams need not wait to look. */
  onStored(listener: () => void): void {
    this.#onStored = listener
  }

  start(sandboxId: string, traceId: string, start: RecordedStart): void {
    const group = this.#group(sandboxId, traceId)
    if (!group || group.batch.started.length >= traceLimits.spans) return
    group.batch.started.push(start)
    this.#schedule()
  }

  /** Takes in a span that this process recorded. */
  end(sandboxId: string, traceId: string, span: RecordedSpan): void {
    if (this.#keep(sandboxId, traceId, span) && span.sql)
      this.#plans.want(span.sql.text)
  }

  /** Takes in a span that somebody else recorded. */
  add(sandboxId: string, span: Span): void {
    const recorded = recordedFrom(span)
    this.start(sandboxId, span.traceId, startOf(recorded))
    this.#keep(sandboxId, span.traceId, recorded)
  }

  /** Writes what waits. Resolves when it is stored, or given up. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  #keep(sandboxId: string, traceId: string, span: RecordedSpan): boolean {
    const group = this.#group(sandboxId, traceId)
    if (!group) {
      this.#sums.lose(sandboxId, traceId, 1)
      return false
    }
    globalThis.backOfHouseSpanExport?.add(spanFrom(traceId, span))
    this.#schedule()
    const { started, ended } = group.batch
    const at = started.findLastIndex(
      (start) => typeof start !== 'string' && start.spanId === span.spanId,
    )
    if (
      ended.length >= traceLimits.spans ||
      this.#waiting >= mostWaiting.spans
    ) {
      if (at >= 0) started.splice(at, 1)
      group.leftOut += 1
      return false
    }
    ended.push(span)
    this.#waiting += 1
    // Began and ended within one batch: the end says it all.
    if (at >= 0) started[at] = span.spanId
    return true
  }

  #group(sandboxId: string, traceId: string): Group | undefined {
    // Most often it is that of the span before.
    const newest = this.#newest
    if (newest?.traceId === traceId && newest.sandboxId === sandboxId)
      return newest

    const key = `${sandboxId} ${traceId}`
    const known = this.#groups.get(key)
    if (!known && this.#groups.size >= mostWaiting.traces) return undefined
    this.#newest = known ?? {
      sandboxId,
      traceId,
      batch: { started: [], ended: [] },
      leftOut: this.#sums.takeLost(sandboxId, traceId),
    }
    if (!known) this.#groups.set(key, this.#newest)
    return this.#newest
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.flush(), gatherMs)
  }

  async #write(): Promise<void> {
    // Taken when the turn comes: what came during the last write goes along.
    const groups = [...this.#groups.values()]
    if (groups.length === 0) return
    this.#groups = new Map()
    this.#newest = undefined
    this.#waiting = 0
    try {
      await this.#addPlans(groups)
      await this.#store(groups)
      this.#onStored()
    } catch (error) {
      // A trace is worth less than the site: it is dropped, and said so.
      console.error('Spans could not be stored:', error)
      for (const { sandboxId, traceId, batch, leftOut } of groups)
        this.#sums.lose(sandboxId, traceId, batch.ended.length + leftOut)
    }
  }

  async #addPlans(groups: Group[]): Promise<void> {
    await this.#plans.find(this.#client())
    for (const { batch } of groups)
      for (const { sql } of batch.ended) {
        const plan = sql && this.#plans.of(sql.text)
        if (plan) sql.plan = plan
      }
  }

  async #store(groups: Group[]): Promise<void> {
    const sumOf = (group: Group) => this.#sums.of(group)
    const rows = rowsFor(groups, sumOf, this.#templates)
    const sandboxIds = [...new Set(rows.map(({ sandboxId }) => sandboxId))]
    for (const { sandboxId, bytes } of rows) this.#sums.grow(sandboxId, bytes)
    const grown = this.#sums.takeGrown(env.QUOTA_TRACE_BYTES / 32)
    const storing = storingStatements(rows)
    const templates = this.#templates.toStore()
    const results = await this.#client().batch(
      [
        ...storing,
        keepNewest(sandboxIds),
        ...(grown.length > 0 ? [keepWithinBytes(grown)] : []),
        ...templates.statements,
      ],
      'write',
    )
    this.#templates.markStored(templates.ids)
    for (const { rows } of results.slice(0, storing.length))
      for (const row of rows)
        this.#sums.note(String(row['sandbox_id']), String(row['trace_id']), {
          spans: Number(row['spans']),
          bytes: Number(row['bytes']),
        })
  }
}

declare global {
  var backOfHouseSpans: SpanStore | undefined
}

/** The one store of this process, shared by every copy of this module. */
export function spanStore(): SpanStore {
  return (globalThis.backOfHouseSpans ??= new SpanStore(sharedClient))
}
