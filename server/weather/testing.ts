import { createServer, type Server, type Socket } from 'node:net'
import { ourService } from './service'

type Answer = (socket: Socket, call: string) => void

/** A forecast as Open-Meteo writes it, with what a test wants to be different. */
export function forecast(current: Record<string, unknown> = {}): string {
  return JSON.stringify({
    latitude: 52.52,
    longitude: 13.419998,
    generationtime_ms: 0.0288,
    utc_offset_seconds: 0,
    timezone: 'GMT',
    timezone_abbreviation: 'GMT',
    elevation: 38,
    current_units: {
      time: 'unixtime',
      interval: 'seconds',
      temperature_2m: '°C',
      precipitation: 'mm',
      weather_code: 'wmo code',
      wind_speed_10m: 'km/h',
    },
    current: {
      time: 1_764_129_600,
      interval: 900,
      temperature_2m: 3.4,
      precipitation: 0.2,
      weather_code: 61,
      wind_speed_10m: 11.2,
      ...current,
    },
  })
}

/** A whole reply, byte for byte. */
export function reply(
  body: string | Buffer,
  {
    status = '200 OK',
    type = 'application/json; charset=utf-8',
    more = '',
  } = {},
): Buffer {
  const bytes = Buffer.from(body)
  const head = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\nContent-Length: ${bytes.length}\r\nConnection: close\r\n${more}\r\n`
  return Buffer.concat([Buffer.from(head), bytes])
}

export const answersWith =
  (body: string | Buffer, how?: Parameters<typeof reply>[1]): Answer =>
  (socket) =>
    void socket.end(reply(body, how))

/**
 * A small real HTTP server in the place of the weather service. It writes bytes
 * to sockets, so that it can answer in ways that no honest server does.
 */
export class TestProvider {
  readonly calls: string[] = []
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  answer: Answer = answersWith(forecast())

  private constructor() {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
      socket.on('error', () => undefined)
      socket.once('data', (bytes) => {
        const call = bytes.toString()
        this.calls.push(call)
        this.answer(socket, call)
      })
    })
  }

  /** Listens, and has the backend ask here. */
  static async start(): Promise<TestProvider> {
    const provider = new TestProvider()
    const server = provider.#server
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    askAt(`${provider.origin}/v1/forecast`)
    return provider
  }

  get origin(): string {
    const address = this.#server.address()
    if (address === null || typeof address === 'string')
      throw new Error('Not listening')
    return `http://127.0.0.1:${address.port}`
  }

  get open(): number {
    return this.#sockets.size
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((done) => this.#server.close(done))
  }
}

/** Has the backend ask at another address; null: nowhere. */
export function askAt(address: string | null): void {
  const service: { address: string | null } = ourService
  service.address = address
}
