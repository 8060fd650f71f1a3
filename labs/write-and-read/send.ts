import type { NewOrder, Order } from '@/contracts/orders'
import type {
  Breach,
  BreachOutcome,
  JoinedRows,
} from '@/contracts/write-and-read'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { isOrder, isRecord } from '@/components/read-reply'

const path = '/api/labs/write-and-read'

/** The real order, as the order form sends it. */
export function placeIt(wish: NewOrder): Promise<LabReply<Order>> {
  return askLab({ path: '/api/orders', message: wish }, isOrder)
}

/** The same order, read again with one join. */
export function readBack(id: string): Promise<LabReply<JoinedRows>> {
  return askLab({ path: `${path}?order=${id}`, method: 'GET' }, isJoined)
}

/** A row that does not belong, on a database that is thrown away. */
export function tryIt(breach: Breach): Promise<LabReply<BreachOutcome>> {
  return askLab({ path, message: { breach } }, isOutcome)
}

function isJoined(body: unknown): body is JoinedRows {
  return isRecord(body) && Array.isArray(body.rows)
}

function isOutcome(body: unknown): body is BreachOutcome {
  return (
    isRecord(body) &&
    typeof body.isRefused === 'boolean' &&
    typeof body.rowsAfter === 'number'
  )
}
