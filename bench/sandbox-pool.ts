import { call } from './drive-load'
import * as z from 'zod'

const Opened = z.looseObject({ id: z.string(), token: z.string() })
export type Sandbox = z.infer<typeof Opened>

/** A dish has a hundred portions a sandbox; then the next one has its turn. */
const ordersInSandbox = 90
const openedAtOnce = 8

/** Sandboxes of one server, each good for so many orders. */
export class SandboxPool {
  readonly #port: number
  #open: { sandbox: Sandbox; left: number }[] = []

  constructor(port: number) {
    this.#port = port
  }

  /** Opens what so many orders from so many connections may need. */
  async fill(connections: number, orders: number): Promise<void> {
    // At the end every connection may hold one that is hardly used.
    const wanted = orders + connections * ordersInSandbox
    const open = async () => {
      while (this.#left() < wanted)
        this.#open.push({
          sandbox: await openSandbox(this.#port),
          left: ordersInSandbox,
        })
    }
    await Promise.all(Array.from({ length: openedAtOnce }, open))
  }

  #left(): number {
    return this.#open.reduce((all, { left }) => all + left, 0)
  }

  /** A sandbox for each next order; at the end the current one is given back. */
  takeTurns() {
    let current: { sandbox: Sandbox; left: number } | undefined
    const next = (): Sandbox => {
      if (!current?.left) current = this.#open.shift()
      if (!current)
        throw new Error('More orders than sandboxes were opened for')
      current.left--
      return current.sandbox
    }
    const giveBack = () => {
      if (current?.left) this.#open.push(current)
    }
    return { next, giveBack }
  }
}

/** Opens so many, a few at a time. */
export async function openSandboxes(
  port: number,
  count: number,
): Promise<Sandbox[]> {
  const opened: Sandbox[] = []
  let left = count
  const open = async () => {
    while (left-- > 0) opened.push(await openSandbox(port))
  }
  await Promise.all(Array.from({ length: openedAtOnce }, open))
  return opened
}

export async function openSandbox(port: number): Promise<Sandbox> {
  const { text } = await call(port, {
    method: 'POST',
    path: '/api/sandboxes',
    headers: { 'content-type': 'application/json' },
    body: '{}',
    expected: 201,
  })
  return Opened.parse(JSON.parse(text))
}
