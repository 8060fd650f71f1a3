import { BrokenContractError } from '@/components/api-errors'
import { jsonRequest } from '@/components/json-request'
import { isRecord } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'
import { withSandbox } from '@/components/with-sandbox'
import { shown } from './questions'
import { ordersIn } from './send-screens'

/**
 * A screen of orders needs orders. Where the reader has too few of them, dinner
 * is ordered for them, each at another restaurant that is open. Tells how often.
 */
export async function placeOrders(): Promise<number> {
  const list = await ask(`/api/orders?limit=${shown}`)
  const missing = shown - ordersIn(list).length
  if (missing <= 0) return 0
  const open = itemsOf(await ask('/api/restaurants')).filter(
    ({ open }) => open === true,
  )
  for (const { slug } of open.slice(0, missing)) {
    const house = await ask(`/api/restaurants/${String(slug)}`)
    const menu = isRecord(house) && isRecord(house.menu) ? house.menu : {}
    const dish = listOf(menu.dishes).find(({ available }) => available === true)
    if (!dish) continue
    const lines = [{ dish: dish.id, quantity: 1 }]
    const wish = { restaurant: slug, lines }
    await withSandbox(() =>
      sendRequest('/api/orders', jsonRequest('POST', wish)),
    )
  }
  return missing
}

async function ask(path: string): Promise<unknown> {
  const { body } = await withSandbox(() => sendRequest(path))
  return body
}

function itemsOf(body: unknown) {
  if (!isRecord(body)) throw new BrokenContractError('not a list')
  return listOf(body.items)
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
