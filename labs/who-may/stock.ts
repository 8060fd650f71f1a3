import { BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { isOrder } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'
import { withSandbox } from '@/components/with-sandbox'
import { routes, type Needed } from './words'

/** The autopilot leaves an order alone for five seconds, an offer for four. */
const freshMs = 3_000

type Kept = { id: string; at: number }

/**
 * Orders of the owner's for others to try themselves at. A refused request
 * changes nothing, so one order does for many of those.
 */
export class Stock {
  #placed: Kept | null = null
  #accepted: Kept | null = null
  #last: string | null = null

  /** The id of an order in the state that is needed; a new one if need be. */
  async take(needed: Needed): Promise<string> {
    if (needed === 'any') return this.#last ?? (await this.take('placed'))
    const kept = needed === 'accepted' ? this.#accepted : this.#placed
    if (kept && Date.now() - kept.at < freshMs) return kept.id
    const placed = await place()
    this.#last = placed.id
    if (needed !== 'accepted') {
      this.#placed = placed
      return placed.id
    }
    await accept(placed.id)
    this.#accepted = { id: placed.id, at: Date.now() }
    return placed.id
  }

  /** Somebody has moved it on: it is not in that state any more. */
  use(id: string): void {
    if (this.#placed?.id === id) this.#placed = null
    if (this.#accepted?.id === id) this.#accepted = null
  }
}

async function place(): Promise<Kept> {
  const { body } = await withSandbox(() =>
    sendRequest('/api/orders', jsonRequest('POST', wish)),
  )
  if (!isOrder(body)) throw new BrokenContractError('not an order')
  return { id: body.id, at: Date.now() }
}

async function accept(id: string): Promise<void> {
  await sendRequest(
    `/api/orders/${id}`,
    jsonRequest('PATCH', { status: 'accepted' }),
  )
}

const wish = routes.find(({ id }) => id === 'place')?.body
