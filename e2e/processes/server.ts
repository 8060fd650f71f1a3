import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePort } from '@/server/http/testing-port.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

const generous = {
  LIMIT_ORDERS_PER_MINUTE: '1000000',
  LIMIT_REQUESTS_PER_MINUTE: '1000000',
  LIMIT_SANDBOXES_PER_MINUTE: '1000000',
}

/** A folder for a database that several servers may share; gone afterwards. */
export class House {
  readonly folder = mkdtempSync(join(tmpdir(), 'back-of-house-process-'))
  readonly servers: Server[] = []

  /** Starts a server on this database, and waits until it works. */
  async start(
    env: Record<string, string> = {},
    port?: number,
  ): Promise<Server> {
    const server = await this.launch(env, port)
    await server.untilReady()
    return server
  }

  /** Starts a server on this database, whatever becomes of it. */
  async launch(
    env: Record<string, string> = {},
    port?: number,
  ): Promise<Server> {
    const server = new Server(port ?? (await freePort()), {
      ...generous,
      AUTH_SECRET: 'a secret that all servers of a test share',
      TURSO_DATABASE_URL: '',
      DATA_DIR: this.folder,
      ...env,
    })
    this.servers.push(server)
    return server
  }

  get databaseUrl() {
    return `file:${join(this.folder, 'back-of-house.db')}`
  }

  async close(): Promise<void> {
    await Promise.all(this.servers.map((server) => server.stop('SIGKILL')))
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export class Server {
  readonly url: string
  readonly process: ChildProcess
  output = ''
  readonly #over: Promise<unknown>

  constructor(
    readonly port: number,
    env: Record<string, string>,
  ) {
    this.url = `http://127.0.0.1:${port}`
    this.process = spawn(process.execPath, ['scripts/serve.mjs'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        HOSTNAME: '',
        WEATHER_URL: 'off',
        PUBLIC_URL: this.url,
        ...env,
        PORT: String(port),
      },
    })
    const keep = (chunk: Buffer) => (this.output += chunk.toString())
    this.process.stdout?.on('data', keep)
    this.process.stderr?.on('data', keep)
    this.#over = once(this.process, 'exit')
  }

  async untilReady(): Promise<void> {
    const giveUpAt = Date.now() + 30_000
    for (;;) {
      const reply = await fetch(`${this.url}/api/health`).catch(() => null)
      if (reply?.status === 200) return
      if (this.process.exitCode !== null || Date.now() > giveUpAt)
        throw new Error(`The server did not start:\n${this.output}`)
      await sleep(50)
    }
  }

  /** Sends a signal and waits for the end; the exit code. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null)
      this.process.kill(signal)
    return this.untilOver()
  }

  async untilOver(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null)
      await this.#over
    return this.process.exitCode
  }
}

export const dishes = [
  'miso-ramen',
  'pork-dumplings',
  'smashed-cucumber',
  'dan-dan-noodles',
  'wonton-soup',
  'scallion-pancake',
  'mapo-tofu',
]

/** A guest with a token, good at every server that shares the secret. */
export class Guest {
  private constructor(
    readonly id: string,
    readonly token: string,
  ) {}

  static async make(server: Server): Promise<Guest> {
    const reply = await fetch(`${server.url}/api/sandboxes`, { method: 'POST' })
    if (reply.status !== 201) throw new Error(await reply.text())
    const { id, token } = await reply.json()
    return new Guest(id, token)
  }

  /** Comes into another's sandbox by a code. */
  static async join(server: Server, code: string, name: string) {
    const reply = await fetch(`${server.url}/api/joins`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code, name }),
    })
    if (reply.status !== 201) throw new Error(await reply.text())
    const { id, token } = await reply.json()
    return new Guest(id, token)
  }

  get authorization() {
    return `Bearer ${this.token}`
  }

  place(server: Server, key?: string, dish = 'miso-ramen'): Promise<Response> {
    return fetch(`${server.url}/api/orders`, {
      method: 'POST',
      headers: {
        authorization: this.authorization,
        'content-type': 'application/json',
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: JSON.stringify({
        restaurant: 'lantern-noodle-house',
        lines: [{ dish, quantity: 1 }],
      }),
    })
  }

  /** The ids of all of the guest's orders, page by page. */
  async orders(server: Server): Promise<string[]> {
    const ids: string[] = []
    let path: string | undefined = '/api/orders?limit=100'
    while (path !== undefined) {
      const reply: Response = await fetch(`${server.url}${path}`, {
        headers: { authorization: this.authorization },
      })
      const { items } = await reply.json()
      ids.push(...items.map((order: { id: string }) => order.id))
      path = /<([^>]+)>; rel="next"/.exec(reply.headers.get('link') ?? '')?.[1]
    }
    return ids
  }

  async stream(server: Server, lastEventId?: string): Promise<Stream> {
    const controller = new AbortController()
    const reply = await fetch(`${server.url}/api/events`, {
      signal: controller.signal,
      headers: {
        authorization: this.authorization,
        ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }),
      },
    })
    if (reply.status !== 200 || !reply.body) throw new Error(`${reply.status}`)
    const stream = new Stream(reply.body, controller)
    while (stream.lastId === '' && stream.end === undefined) await sleep(10)
    return stream
  }
}

/** Server-sent events as they come, and how the stream ended. */
export class Stream {
  readonly events: { id: number; event: string; data: string }[] = []
  lastId = ''
  end: 'clean' | 'broken' | undefined
  #text = ''

  constructor(
    body: ReadableStream<Uint8Array>,
    readonly controller: AbortController,
  ) {
    void this.#read(body)
  }

  get placed(): string[] {
    return this.events
      .filter(({ event }) => event === 'order.placed')
      .map(({ data }) => JSON.parse(data).order)
  }

  cut(): void {
    this.controller.abort()
  }

  async #read(body: ReadableStream<Uint8Array>) {
    const decoder = new TextDecoder()
    try {
      for await (const chunk of body) {
        this.#text += decoder.decode(chunk, { stream: true })
        const blocks = this.#text.split('\n\n')
        this.#text = blocks.pop() ?? ''
        for (const block of blocks) this.#take(block)
      }
      this.end = 'clean'
    } catch {
      this.end = 'broken'
    }
  }

  #take(block: string) {
    const field = (name: string) =>
      new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1]
    const id = field('id')
    if (id !== undefined) this.lastId = id
    const event = field('event')
    if (id !== undefined && event !== undefined)
      this.events.push({ id: Number(id), event, data: field('data') ?? '' })
  }
}
