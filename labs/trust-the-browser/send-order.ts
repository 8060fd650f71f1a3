import type { Order } from '@/contracts/orders'
import { pageDish } from '@/contracts/page-dish'
import type { BelievedRows } from '@/contracts/trust-the-browser'
import { ApiProblemError, BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { isOrder, isRecord } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'
import type { Page, Said } from './page-state'

/** What came of an order, and where its trace is. */
export type Fate = { sent: string; traceId: string | null } & (
  | { kind: 'kept'; rows: BelievedRows }
  | { kind: 'refused'; status: number; why: string }
)

/** The order as the naive checkout takes it, believed to the last digit. */
export function orderOnTrust(said: Said): Promise<Fate> {
  return send('/api/labs/trust-the-browser', said, (body) => {
    if (!isRows(body)) throw new BrokenContractError('no rows')
    return Promise.resolve(body)
  })
}

/** The order as Plateful takes it: what is wanted, and how much of it. */
export function orderForReal(said: Said, page: Page): Promise<Fate> {
  const line = {
    dish: said.dish,
    quantity: said.quantity,
    ...(page.sendsPrice ? { price: said.priceMinor } : {}),
  }
  const wish = { restaurant: pageDish.restaurant, lines: [line] }
  return send('/api/orders', wish, async (placed) => {
    if (!isOrder(placed)) throw new BrokenContractError('not an order')
    const { body } = await sendRequest(`/api/orders/${placed.id}`)
    if (!isOrder(body)) throw new BrokenContractError('not an order')
    return rowsOf(body)
  })
}

async function send(
  path: string,
  message: object,
  readBack: (body: unknown) => Promise<BelievedRows>,
): Promise<Fate> {
  const init = jsonRequest('POST', message)
  const sent = init.body
  try {
    const { body, traceId } = await sendRequest(path, init)
    return { kind: 'kept', sent, traceId, rows: await readBack(body) }
  } catch (error) {
    if (!(error instanceof ApiProblemError) || !error.is('validation-failed'))
      throw error
    const { problem, traceId } = error
    const { status, errors = [] } = problem
    const why = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`)
    return { kind: 'refused', sent, traceId, status, why: why.join(' ') }
  }
}

/** The rows behind an order, as far as its reply tells of them. */
function rowsOf({ id, subtotal, deliveryFee, total, lines }: Order) {
  const [line] = lines
  if (!line) throw new BrokenContractError('an order without lines')
  return {
    order: {
      id,
      subtotalMinor: subtotal.amount,
      deliveryFeeMinor: deliveryFee.amount,
      totalMinor: total.amount,
    },
    line: {
      dish: line.dish,
      quantity: line.quantity,
      priceMinor: line.price.amount,
    },
  }
}

function isRows(value: unknown): value is BelievedRows {
  return (
    isRecord(value) &&
    isRecord(value.order) &&
    typeof value.order.totalMinor === 'number' &&
    isRecord(value.line) &&
    typeof value.line.priceMinor === 'number' &&
    typeof value.line.quantity === 'number'
  )
}
