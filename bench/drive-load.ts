import { Agent, request } from 'node:http'

export type Call = {
  method: string
  path: string
  headers?: Record<string, string>
  body?: string
  expected: number
}

export type Answer = {
  status: number
  headers: NodeJS.Dict<string | string[]>
  bytes: Buffer
  text: string
}

export type Drive = { count: number; perSecond: number; latencies: number[] }

/** How long a round is: so long, and until there is enough to tell by. */
export type Length = { forMs: number; atLeast: number }

/**
 * Keeps so many connections busy for a while, each sending its next request
 * when the last is answered. An answer other than the expected one ends it.
 */
export async function driveLoad(
  port: number,
  connections: number,
  { forMs, atLeast }: Length,
  makeCaller: () => () => Call,
): Promise<Drive> {
  const latencies: number[] = []
  const startedAt = performance.now()
  const endsAt = startedAt + forMs
  const isOver = () =>
    performance.now() >= endsAt && latencies.length >= atLeast

  async function connection() {
    const next = makeCaller()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    while (!isOver()) {
      const sentAt = performance.now()
      await call(port, next(), agent)
      latencies.push(performance.now() - sentAt)
    }
    agent.destroy()
  }
  await Promise.all(Array.from({ length: connections }, connection))

  const seconds = (performance.now() - startedAt) / 1000
  const count = latencies.length
  return { count, perSecond: count / seconds, latencies }
}

/** One request; throws when the answer is not the expected one. */
export function call(port: number, wish: Call, agent?: Agent): Promise<Answer> {
  const { method, path, headers, body, expected } = wish
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, headers, agent },
      (reply) => {
        const parts: Buffer[] = []
        reply.on('data', (part: Buffer) => parts.push(part))
        reply.once('error', reject)
        reply.once('end', () => {
          const status = reply.statusCode ?? 0
          const bytes = Buffer.concat(parts)
          const text = bytes.toString()
          if (status === expected)
            return resolve({ status, headers: reply.headers, bytes, text })
          reject(
            new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`),
          )
        })
      },
    )
    sent.once('error', reject)
    sent.end(body)
  })
}
