import * as z from 'zod'
import {
  contractChanges,
  type ContractChange,
} from '@/contracts/break-the-contract-choices'
import type { Reply } from '@/contracts/http'
import { NewOrder, Order } from '@/contracts/orders'
import { ProblemError } from '@/server/http/errors'
import { readJson, validate } from '@/server/http/read-json'
import { changeContract, readOrderContract } from './changed-contract'
import { changes } from './changes'
import { checkerOf } from './checker-of'

/** The change that the address names; 400 where it names none. */
export function readChange(request: Request): ContractChange {
  const named = new URL(request.url).searchParams.get('change')
  const change = contractChanges.find((one) => one === named)
  if (!change)
    throw new ProblemError(
      'malformed-request',
      'The address names no change that this door knows.',
    )
  return change
}

/** An order in the words of the changed contract, understood in today's. */
export async function readWish(
  request: Request,
  change: ContractChange,
): Promise<NewOrder> {
  const contract = changeContract(readOrderContract(), change)
  const said = await readJson(request, checkerOf(contract, 'NewOrder'))
  const wish = z.record(z.string(), z.unknown()).parse(said)
  const { question = (same) => same } = changes[change]
  return validate(question(wish), NewOrder)
}

/** A reply about an order, told in the words of the changed contract. */
export function tellAnew(reply: Reply, change: ContractChange): Reply {
  const order = Order.parse(JSON.parse(reply.text ?? ''))
  const { answer = (same: Order) => same } = changes[change]
  return { ...reply, text: JSON.stringify(answer(order)) }
}
