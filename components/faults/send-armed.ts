import {
  boardFault,
  floodSize,
  labBaggage,
  tamperedMinor,
  type BoardFaultName,
  type InvariantName,
} from '@/contracts/fault-board'
import type { NewOrder } from '@/contracts/orders'
import {
  placeOrder,
  sendTraced,
  type PlacedOrder,
  type Press,
  type PressNews,
} from '../api-client'
import { ApiProblemError, BrokenContractError, ToldError } from '../api-errors'
import { jsonRequest } from '../json-request'
import { isRecord, isOrder } from '../read-reply'
import { sendRequest } from '../send-request'

/** What a run has really shown. */
export type Run = {
  traceId: string
  /** The status of each answer, null for one that did not come. */
  answers: (number | null)[]
  /** How many orders the database holds of it. */
  kept: number
  broken: InvariantName | null
}

type Lever = {
  name: BoardFaultName
  isProtected: boolean
  /** What the page takes a dish to cost, in minor units. */
  priceOf: (dish: string) => number
}

type Sent = { run: Run } & (
  | { placed: PlacedOrder; error?: undefined }
  | { placed?: undefined; error: unknown }
)

/** Sends an order with a fault in it, and looks what came of it. */
export async function sendArmed(
  lever: Lever,
  wish: NewOrder,
  press: Press,
): Promise<Sent> {
  const { name, isProtected } = lever
  const { without } = boardFault(name)
  if (!isProtected && without === 'lab') return sendToLab(lever, wish, press)

  const before = new Set(await orderIds())
  const answers: Run['answers'] = []
  const listening = {
    ...press,
    key: isProtected ? press.key : null,
    onNews: (news: PressNews) => {
      if (news.kind === 'asking-again') answers.push(news.status)
      if (news.kind === 'session-renewed') answers.push(401)
      press.onNews(news)
    },
  }
  const outcome = await attempt(() => act(lever, wish, listening, answers))
  if (outcome.error instanceof ApiProblemError)
    answers.push(outcome.error.problem.status)
  const kept = (await orderIds()).filter((id) => !before.has(id)).length
  const broken = kept > 1 ? 'once' : null
  const run = { traceId: press.trace.traceId, answers, kept, broken } as const
  return { run, ...outcome }
}

async function attempt(work: () => Promise<PlacedOrder>) {
  try {
    return { placed: await work() }
  } catch (error) {
    return { error }
  }
}

/** What the page itself does, beside what it asks the server to suffer. */
async function act(
  { name }: Lever,
  wish: NewOrder,
  press: Press,
  answers: Run['answers'],
): Promise<PlacedOrder> {
  const place = async (asked: NewOrder, given: Partial<Press> = {}) => {
    const placed = await placeOrder(asked, { ...press, ...given })
    answers.push(201)
    return placed
  }
  if (name === 'click-twice') {
    const [first] = await Promise.all([place(wish), place(wish)])
    return first
  }
  if (name === 'tampered-price') {
    const price = tamperedMinor
    const lines = wish.lines.map((line) => ({ ...line, price }))
    return place({ ...wish, lines })
  }
  if (name === 'flood') return flood(wish, press, answers)
  const baggage = boardFault(name).baggage?.(wish.lines.length) ?? null
  return place(wish, { baggage })
}

const atOnce = 6

/** The first and the last request are in the trace, those between are not. */
async function flood(
  wish: NewOrder,
  press: Press,
  answers: Run['answers'],
): Promise<PlacedOrder> {
  const placed = await placeOrder(wish, press)
  answers.push(201)
  const init = jsonRequest(
    'POST',
    wish,
    press.key === null ? {} : { 'idempotency-key': press.key },
  )
  let left = floodSize - 2
  const one = async () => {
    while (left-- > 0)
      answers.push(
        await sendRequest('/api/orders', init).then(
          ({ status }) => status,
          statusOf,
        ),
      )
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  answers.push(
    await sendTraced('/api/orders', wish, press).then(
      ({ status }) => status,
      statusOf,
    ),
  )
  return placed
}

function statusOf(error: unknown): number | null {
  return error instanceof ApiProblemError ? error.problem.status : null
}

/** The same order at a checkout without protection, on books of its own. */
async function sendToLab(
  { name, priceOf }: Lever,
  wish: NewOrder,
  press: Press,
): Promise<Sent> {
  const { traceId } = press.trace
  const isTampered = name === 'tampered-price'
  const lines = wish.lines.map((line) => ({
    ...line,
    priceMinor: isTampered ? tamperedMinor : priceOf(line.dish),
  }))
  const asked = { fault: name, restaurant: wish.restaurant, lines }
  const baggage = labBaggage(name, lines.length)
  try {
    const reply = await sendTraced('/api/labs/break-it', asked, {
      ...press,
      key: null,
      baggage,
    })
    const { order, confirmed, kept, broken } = outcomeIn(reply.body)
    const answers = Array.from({ length: confirmed }, () => 201)
    const run = {
      traceId,
      answers: confirmed === 0 ? [500] : answers,
      kept,
      broken: broken[0] ?? null,
    }
    if (!isOrder(order)) return { run, error: new ToldError(notConfirmed) }
    return { run, placed: { order, response: reply.wire, isReplay: false } }
  } catch (error) {
    const run = { traceId, answers: [statusOf(error)], kept: 0, broken: null }
    return { run, error }
  }
}

const notConfirmed = {
  title: 'Something went wrong on our side',
  text: 'That is all the guest is told. What the checkout has left behind in its books stands on the fault board.',
  way: { do: 'mend', label: 'Back to the order' },
  href: null,
} as const

function outcomeIn(body: unknown) {
  if (
    !isRecord(body) ||
    typeof body['kept'] !== 'number' ||
    typeof body['confirmed'] !== 'number' ||
    !Array.isArray(body['broken'])
  )
    throw new BrokenContractError('not an outcome')
  const { kept, confirmed, order } = body
  const broken: InvariantName[] = body['broken']
  return { kept: Number(kept), confirmed: Number(confirmed), order, broken }
}

/** The newest orders of the sandbox, by which a run is counted. */
async function orderIds(): Promise<string[]> {
  const { body } = await sendRequest('/api/orders?limit=100').catch(() => ({
    body: null,
  }))
  const items: unknown = isRecord(body) ? body['items'] : []
  return Array.isArray(items) ? items.filter(isOrder).map(({ id }) => id) : []
}
