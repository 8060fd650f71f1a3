import { setTimeout as sleep } from 'node:timers/promises'
import { dishes } from '../processes/server'

/** An order that was asked for under a key, and the bytes that confirmed it. */
export type Asked = { key: string; dish: string; text: string | null }

/** A guest on a bad line: asks again, with the same key, until it is answered. */
export class Customer {
  readonly asked: Asked[] = []
  repeats = 0

  constructor(
    readonly url: string,
    readonly id: string,
    readonly token: string,
  ) {}

  /** Orders so many times, one after the other. */
  async order(many: number): Promise<void> {
    for (let at = 0; at < many; at++) {
      const dish = dishes[at % dishes.length] ?? 'miso-ramen'
      const one: Asked = { key: `${this.id} ${at}`, dish, text: null }
      this.asked.push(one)
      one.text = await this.#untilAnswered(one)
    }
  }

  async #untilAnswered(one: Asked): Promise<string> {
    for (let attempt = 1; attempt <= 500; attempt++) {
      const answer = await this.place(this.url, one).catch(() => null)
      if (answer?.status === 201) return answer.text
      // 409: the first try is still under way. 503: the house is busy.
      if (answer && answer.status !== 409 && answer.status < 500)
        throw new Error(`${answer.status} ${answer.text}`)
      this.repeats++
      await sleep(Math.random() * Math.min(1_000, 20 * attempt))
    }
    throw new Error(`${one.key} was never answered`)
  }

  /** Sends an order once. Throws when no whole answer comes back. */
  async place(url: string, { key, dish }: Asked) {
    const reply = await fetch(`${url}/api/orders`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': 'application/json',
        'idempotency-key': key,
      },
      body: JSON.stringify({
        restaurant: 'lantern-noodle-house',
        lines: [{ dish, quantity: 1 }],
      }),
      signal: AbortSignal.timeout(20_000),
    })
    const isRepeat = reply.headers.get('idempotency-replayed') === 'true'
    return { status: reply.status, text: await reply.text(), isRepeat }
  }
}

/** Opens a sandbox, however often it takes. */
export async function openSandbox(
  url: string,
  autopilot: boolean,
): Promise<Customer> {
  for (;;) {
    const reply = await fetch(`${url}/api/sandboxes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ autopilot }),
    }).catch(() => null)
    const body = await reply?.json().catch(() => null)
    if (reply?.status === 201 && body)
      return new Customer(url, body.id, body.token)
    await sleep(50)
  }
}
