import { pageDish } from '@/contracts/page-dish'
import type { RunAnswer } from '@/components/lab/lab-bet'
import { dollars, whole, type Said } from './page-state'
import type { Fate } from './send-order'

/** One press: what the page said, and what became of it at both checkouts. */
export type Run = { said: Said; naive: Fate; real: Fate }

export const question = {
  ask: 'The price in the page has been edited. What will the real checkout charge for a portion?',
  isMany: false,
  options: [
    { id: 'page', text: 'What the page says' },
    { id: 'menu', text: 'What its own menu says' },
    { id: 'nothing', text: 'Nothing: it refuses the order' },
  ],
}

/** What the run says to the bet; null when the price was not edited in it. */
export function answerOf({ said, naive, real }: Run): RunAnswer | null {
  if (said.priceMinor === pageDish.priceMinor) return null
  const told = `the page said ${dollars(said.priceMinor)}`
  if (real.kind === 'refused')
    return {
      ids: ['nothing'],
      said: `${real.status}, and nothing is charged, where ${told}. ${real.why}`,
    }
  const price = real.rows.line.priceMinor
  const other =
    naive.kind === 'kept'
      ? ` The naive checkout kept ${dollars(naive.rows.line.priceMinor)}.`
      : ''
  return {
    ids: [price === said.priceMinor ? 'page' : 'menu'],
    said: `${dollars(price)}, where ${told}.${other}`,
  }
}

/** Whether the books hold what no menu and no kitchen ever said. */
export function isCheated(fate: Fate): boolean {
  if (fate.kind === 'refused') return false
  const { priceMinor, quantity } = fate.rows.line
  return (
    priceMinor !== pageDish.priceMinor ||
    quantity < 1 ||
    quantity > mostPortions
  )
}

/** No order of Plateful may hold more of a dish. */
const mostPortions = 50

/** The run in a sentence. */
export function sentenceOf(run: Run | null, isSending: boolean): string {
  if (isSending) return 'The order is on its way to both checkouts.'
  if (!run) return 'Nothing has been ordered yet.'
  return `The naive checkout ${fateIn(run.naive)}. The real one ${fateIn(run.real)}.`
}

function fateIn(fate: Fate): string {
  if (fate.kind === 'refused') return `answers ${fate.status} and keeps nothing`
  const { order, line } = fate.rows
  const portions = line.quantity === 1 ? 'portion' : 'portions'
  const owed = order.totalMinor < 0 ? ', which it owes the guest' : ''
  return `keeps ${whole(line.quantity)} ${portions} for ${dollars(order.totalMinor)}${owed}`
}
