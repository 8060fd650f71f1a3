import {
  GET as readDelivery,
  PATCH as takeDelivery,
} from '@/app/api/deliveries/[id]/route'
import { GET as listDeliveries } from '@/app/api/deliveries/route'
import { comeBy } from '@/app/api/deliveries/testing'
import { PATCH as moveOrder } from '@/app/api/orders/[id]/route'
import { POST as placeOrder } from '@/app/api/orders/route'
import { PUT as takeShift } from '@/app/api/sandboxes/current/shifts/[part]/route'
import { Order } from '@/contracts/orders'
import { TestCaller } from '@/server/http/testing'
import { openSandbox } from '@/server/sandbox/sandboxes'
import { houseDatabase } from '@/server/http/visit'
import type { TestDatabase } from '@/db/testing'

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

/**
 * Plays kitchen, courier and guest by hand and by autopilot, through everything
 * that can happen to an order. Returns whose sandboxes the traces are in.
 */
export async function playBothSides(
  database: TestDatabase,
): Promise<TestCaller[]> {
  const byHand = await TestCaller.make()
  const path = ['accepted', 'cooking', 'ready', 'collected', 'delivered']
  const id = await place(byHand)
  for (const status of path) {
    await move(byHand, id, status)
    if (status === 'accepted') await take(byHand, id)
  }
  await take(byHand, id)
  await byHand.call(readDelivery, {
    path: `/api/deliveries/${id}`,
    params: { id },
  })
  await byHand.call(listDeliveries, { path: '/api/deliveries' })
  await move(byHand, await place(byHand), 'cancelled')

  const { id: sandbox } = await openSandbox(houseDatabase(), 'autopilot', true)
  const watched = await TestCaller.of(sandbox)
  await place(watched)
  for (let i = 0; i < 8; i++) await comeBy(database)
  await place(watched)
  await comeBy(database)
  for (const part of ['kitchen', 'courier'])
    await watched.call(takeShift, { method: 'PUT', params: { part } })
  await comeBy(database)
  return [byHand, watched]
}

async function place(caller: TestCaller): Promise<string> {
  const reply = await caller.call(placeOrder, {
    method: 'POST',
    path: '/api/orders',
    body: wish,
  })
  return Order.parse(await reply.json()).id
}

const move = (caller: TestCaller, id: string, status: string) =>
  caller.call(moveOrder, {
    method: 'PATCH',
    path: `/api/orders/${id}`,
    params: { id },
    body: { status },
  })

const take = (caller: TestCaller, id: string) =>
  caller.call(takeDelivery, {
    method: 'PATCH',
    path: `/api/deliveries/${id}`,
    params: { id },
    body: { status: 'accepted' },
  })
