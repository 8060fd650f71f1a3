import { randomBytes } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import Database from 'libsql'
import type { Pipeline } from './protocol'
import { failureOf, HranaStream } from './stream'
import { WriteLock } from './write-lock'

type Options = {
  /** The database file. Nobody else may write to it meanwhile. */
  file: string
  /** The bearer token that every request has to carry. */
  token?: string
  /** Time that each request takes on its way. */
  delayMs?: number
  /** A stream that nobody uses is closed after this long. */
  streamIdleMs?: number
  /** So long a writer waits for the one before it, then SQLITE_BUSY. */
  lockWaitMs?: number
}

type Open = { stream: HranaStream; baton: string; timer?: NodeJS.Timeout }

/**
 * A small stand-in for a libSQL server: Hrana 2 (and the same requests at
 * version 3) over HTTP in JSON, on a database file. It is here because no such
 * server can be installed from where this project takes its packages. It proves
 * our side, that is how this project and its client behave when each statement
 * is a request; it proves nothing about the hosted product. Known differences:
 * no cursors, no protobuf, no limits on size, a second statement in one text
 * goes unnoticed, and what a statement needs is guessed from its first word.
 */
export class HranaServer {
  /** May be changed while the server runs. */
  delayMs: number
  /** Requests that were answered: the round trips a caller has paid for. */
  requests = 0
  readonly #options: Options
  readonly #lock: WriteLock
  readonly #open = new Map<string, Open>()
  readonly #expired = new Set<string>()
  readonly #server = createServer((request, response) => {
    void this.#serve(request, response)
  })

  private constructor(options: Options) {
    this.#options = options
    this.delayMs = options.delayMs ?? 0
    this.#lock = new WriteLock(options.lockWaitMs ?? 5_000)
  }

  /** Listens on a free port of the loopback address. */
  static async start(options: Options): Promise<HranaServer> {
    const database = new Database(options.file)
    database.exec('PRAGMA journal_mode=WAL')
    database.close()
    const server = new HranaServer(options)
    await new Promise<void>((done) =>
      server.#server.listen(0, '127.0.0.1', done),
    )
    return server
  }

  get url(): string {
    // `address()` is only a string for a Unix socket.
    const { port } = this.#server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  /** Streams that are open between two requests. */
  get openStreams(): number {
    return this.#open.size
  }

  async close(): Promise<void> {
    for (const { stream, timer } of this.#open.values()) {
      clearTimeout(timer)
      stream.close()
    }
    this.#open.clear()
    this.#server.closeAllConnections()
    await new Promise((done) => this.#server.close(done))
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      const body = await text(request)
      this.requests += 1
      if (this.delayMs > 0) await sleep(this.delayMs)
      const { status, reply } = await this.#route(request, body)
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(reply === null ? undefined : JSON.stringify(reply))
    } catch (error) {
      response.writeHead(400, { 'content-type': 'application/json' })
      response.end(JSON.stringify(failureOf(error)))
    }
  }

  async #route({ method, url, headers }: IncomingMessage, body: string) {
    // Asked without a token: whether the server knows a version.
    if (method === 'GET' && /^\/v[23]\/?$/.test(url ?? ''))
      return { status: 200, reply: null }
    if (method !== 'POST' || !/^\/v[23]\/pipeline$/.test(url ?? ''))
      return { status: 404, reply: { error: 'not found' } }
    const { token } = this.#options
    if (token !== undefined && headers.authorization !== `Bearer ${token}`)
      return { status: 401, reply: { error: 'Unauthorized' } }
    return this.#pipeline(JSON.parse(body))
  }

  async #pipeline({ baton, requests }: Pipeline) {
    const held = baton ? this.#resume(baton) : undefined
    if (baton && !held) {
      const isExpired = this.#expired.has(baton)
      const message = isExpired
        ? 'The stream has expired due to inactivity'
        : 'Received an invalid baton'
      const code = isExpired ? 'STREAM_EXPIRED' : 'BATON_INVALID'
      return { status: 400, reply: { message, code } }
    }
    const stream = held ?? new HranaStream(this.#options.file, this.#lock)
    const results = []
    for (const request of requests)
      try {
        results.push({ type: 'ok', response: await stream.answer(request) })
      } catch (error) {
        results.push({ type: 'error', error: failureOf(error) })
      }
    return {
      status: 200,
      reply: { baton: this.#keep(stream), base_url: null, results },
    }
  }

  /** A baton is good once: the requests of a stream come one after the other. */
  #resume(baton: string): HranaStream | undefined {
    const open = this.#open.get(baton)
    if (!open) return undefined
    clearTimeout(open.timer)
    this.#open.delete(baton)
    return open.stream
  }

  #keep(stream: HranaStream): string | null {
    if (stream.isClosed) return null
    const baton = randomBytes(16).toString('base64url')
    const timer = setTimeout(() => {
      this.#open.delete(baton)
      this.#expired.add(baton)
      stream.close()
    }, this.#options.streamIdleMs ?? 5_000)
    this.#open.set(baton, { stream, baton, timer })
    return baton
  }
}
