import {
  longestRunMs,
  type PostgresAsk,
  type PostgresNews,
  type PostgresRefusal,
  type PostgresResult,
} from './postgres-news'

export type PostgresState =
  | { phase: 'rest' }
  | { phase: 'loading' }
  | { phase: 'failed'; message: string }
  | { phase: 'ready'; isRunning: boolean; facts: PostgresFacts }

type PostgresFacts = {
  version: string
  package: string
  startMs: number
  bytes: number
}

export type PostgresOutcome =
  | { kind: 'results'; results: PostgresResult[]; ms: number }
  | { kind: 'refused'; refusal: PostgresRefusal; ms: number }
  | { kind: 'ended'; ms: number }

type Waiting = {
  id: number
  timer: ReturnType<typeof setTimeout>
  resolve: (outcome: PostgresOutcome) => void
}

/**
 * PostgreSQL in a thread of this tab. A statement that runs too long is ended
 * with its thread, and a new one is started: nobody else ever waits for it.
 */
export class Postgres {
  state: PostgresState = { phase: 'rest' }
  /** What was heard on the channel, the latest last. */
  heard: readonly string[] = []
  #thread: Worker | null = null
  #waiting: Waiting | null = null
  #lastId = 0
  readonly #listeners = new Set<() => void>()

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  readonly start = () => {
    this.stop()
    this.heard = []
    this.#become({ phase: 'loading' })
    const thread = new Worker('/postgres/thread.js', { type: 'module' })
    this.#thread = thread
    thread.onmessage = ({ data }: MessageEvent<PostgresNews>) =>
      this.#hear(data)
    thread.onerror = (event) => {
      event.preventDefault()
      const message = event.message || 'Its code did not arrive.'
      this.#become({ phase: 'failed', message })
    }
  }

  readonly stop = () => {
    this.#thread?.terminate()
    this.#thread = null
    this.#answer({ kind: 'ended', ms: 0 })
  }

  run(sql: string): Promise<PostgresOutcome> {
    const id = ++this.#lastId
    const startedAt = performance.now()
    this.#running(true)
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.#answer({ kind: 'ended', ms: performance.now() - startedAt })
        this.start()
      }, longestRunMs)
      this.#waiting = { id, timer, resolve }
      const ask: PostgresAsk = { id, sql }
      this.#thread?.postMessage(ask)
    })
  }

  #hear(news: PostgresNews) {
    if (news.kind === 'ready') {
      const { version, package: brought, startMs, bytes } = news
      const facts = { version, package: brought, startMs, bytes }
      this.#become({ phase: 'ready', isRunning: false, facts })
    } else if (news.kind === 'failed') {
      this.#become({ phase: 'failed', message: news.message })
    } else if (news.kind === 'notice') {
      this.heard = [...this.heard, news.payload].slice(-5)
      this.#tell()
    } else if (news.id === this.#waiting?.id) {
      this.#answer(news)
    }
  }

  #answer(outcome: PostgresOutcome) {
    const waiting = this.#waiting
    if (!waiting) return
    clearTimeout(waiting.timer)
    this.#waiting = null
    this.#running(false)
    waiting.resolve(outcome)
  }

  #running(isRunning: boolean) {
    if (this.state.phase === 'ready') this.#become({ ...this.state, isRunning })
  }

  #become(state: PostgresState) {
    this.state = state
    this.#tell()
  }

  #tell() {
    for (const listener of this.#listeners) listener()
  }
}
