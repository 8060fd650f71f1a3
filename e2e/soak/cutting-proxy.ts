import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/**
 * A stretch of bad network on the loopback: hands bytes on both ways, and cuts
 * connections at random, some before a request is through, some before its
 * answer is.
 */
export class CuttingProxy {
  cuts = 0
  url = ''
  #server: Server
  #sockets = new Set<Socket>()

  /** `oneIn`: so many pieces of a connection pass, on average, before a cut. */
  constructor(
    readonly target: number,
    readonly oneIn: number,
  ) {
    this.#server = createServer((client) => this.#join(client))
  }

  async open(): Promise<void> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (address === null || typeof address === 'string')
      throw new Error('no port')
    this.url = `http://127.0.0.1:${address.port}`
  }

  async close(): Promise<void> {
    this.#server.close()
    for (const socket of this.#sockets) socket.destroy()
    await once(this.#server, 'close')
  }

  #join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1')
    const end = () => {
      client.destroy()
      server.destroy()
    }
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(from)
      from.on('data', (bytes) => {
        if (Math.random() * this.oneIn >= 1) return void to.write(bytes)
        this.cuts++
        // A part of it may still arrive: half a request, or half an answer.
        to.write(bytes.subarray(0, Math.floor(Math.random() * bytes.length)))
        from.pause()
        setImmediate(end)
      })
      from.on('error', end)
      from.on('close', () => {
        this.#sockets.delete(from)
        end()
      })
    }
  }
}
