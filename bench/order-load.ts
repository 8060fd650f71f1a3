import { randomBytes } from 'node:crypto'
import { driveLoad, type Call, type Drive, type Length } from './drive-load'
import { hasComeToRest } from './process-cpu'
import { SandboxPool, type Sandbox } from './sandbox-pool'
import type { Server } from './start-server'

const body = JSON.stringify({
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
})
const warmUpSlice = { forMs: 500, atLeast: 100 }
const warmUpAtMostMs = 15_000
const warmAfterOrders = 800

/** Orders for one server, every connection in a sandbox of its own. */
export class OrderLoad {
  readonly server: Server
  readonly #pool: SandboxPool
  /** What to be ready for; a guess until the first orders have been timed. */
  #perSecond: number

  constructor(server: Server, mostPerSecond: number) {
    this.server = server
    this.#pool = new SandboxPool(server.port)
    this.#perSecond = mostPerSecond
  }

  /** The compiler needs some hundred orders before their cost is steady. */
  async warmUp(connections: number): Promise<void> {
    const giveUpAt = performance.now() + warmUpAtMostMs
    let fastest = 0
    for (let count = 0; count < warmAfterOrders;) {
      await this.prepare(connections, warmUpSlice)
      const drive = await this.drive(connections, warmUpSlice)
      count += drive.count
      fastest = Math.max(fastest, drive.perSecond)
      if (performance.now() > giveUpAt) break
    }
    this.#perSecond = Math.max(600, 4 * fastest)
  }

  /** Opens the sandboxes and waits till the server has nothing left to do. */
  async prepare(connections: number, length: Length): Promise<void> {
    const most = Math.max(
      (length.forMs / 1000) * this.#perSecond,
      length.atLeast,
    )
    await this.#pool.fill(connections, most)
    await this.rest()
  }

  async drive(connections: number, length: Length): Promise<Drive> {
    const turns: (() => void)[] = []
    const drive = await driveLoad(this.server.port, connections, length, () => {
      const { next, giveBack } = this.#pool.takeTurns()
      turns.push(giveBack)
      return () => newOrder(next())
    })
    for (const giveBack of turns) giveBack()
    return drive
  }

  /** Until what follows the replies is done as well. */
  async rest(): Promise<void> {
    if (!(await hasComeToRest(this.server.pid)))
      throw new Error('The server did not come to rest after its orders')
  }
}

/** An order under a key that no other order has. */
export function newOrder(sandbox: Sandbox, key = newKey()): Call {
  return {
    method: 'POST',
    path: '/api/orders',
    headers: {
      authorization: `Bearer ${sandbox.token}`,
      'content-type': 'application/json',
      'content-length': String(body.length),
      'idempotency-key': key,
    },
    body,
    expected: 201,
  }
}

export const newKey = () => randomBytes(16).toString('hex')
