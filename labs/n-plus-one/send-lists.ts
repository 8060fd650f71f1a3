import type { ListOutcome, ListWish } from '@/contracts/n-plus-one'
import type { ListWay } from '@/contracts/list-choices'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'

/** The list of orders, read in one of the ways: one request, one trace. */
export function listOrders(
  { orders, delayMs }: Pick<ListWish, 'orders' | 'delayMs'>,
  way: ListWay,
): Promise<LabReply<ListOutcome>> {
  const message = { orders, delayMs, way }
  return askLab({ path: '/api/labs/n-plus-one', message }, isOutcome)
}

function isOutcome(body: unknown): body is ListOutcome {
  return (
    isRecord(body) &&
    Array.isArray(body.orders) &&
    typeof body.statements === 'number' &&
    typeof body.tookMs === 'number'
  )
}
