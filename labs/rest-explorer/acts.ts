import { jsonRequest } from '@/components/json-request'
import { parseJson } from '@/components/parse-json'
import { isRecord } from '@/components/read-reply'
import { askedIn, toldIn, type Ask, type Stop } from './send-ask'
import { get, orderAt } from './ways'

/** Something to do with what a reply has told, and what is sent for it. */
export type Act = { id: string; says: string; sends: string; ask: () => Ask }

export type Wish = {
  restaurant: string
  lines: readonly { dish: string; quantity: number }[]
}

/** What can be done at a stop, beside walking on from it. */
export function actsAt(stop: Stop): Act[] {
  return [
    ...readAgain(stop),
    ...callOff(stop),
    ...sendAgain(stop),
    {
      id: 'options',
      says: 'Ask what may be done here',
      sends: 'OPTIONS',
      ask: () => ({ ...get(stop.path, 'same-address'), method: 'OPTIONS' }),
    },
  ]
}

/** A new order has a new key, so that it can be sent twice and be one order. */
export function order(wish: Wish, key: string = crypto.randomUUID()): Ask {
  return write('POST', '/api/orders', wish, [['Idempotency-Key', key]])
}

/** Moves an order; with a version, only if it is still the one that was seen. */
export function move(path: string, status: string, etag?: string): Ask {
  return write('PATCH', path, { status }, etag ? [['If-Match', etag]] : [])
}

/** Dishes of a menu that can be had now; none where the reply is no menu. */
export function dishesIn(stop: Stop): { id: string; name: string }[] {
  const body = parseJson(stop.said)
  const menu = isRecord(body) && isRecord(body.menu) ? body.menu : {}
  const dishes: unknown[] = Array.isArray(menu.dishes) ? menu.dishes : []
  return dishes.flatMap((dish) =>
    isRecord(dish) && dish.available === true
      ? [{ id: String(dish.id), name: String(dish.name) }]
      : [],
  )
}

function readAgain(stop: Stop): Act[] {
  const etag = toldIn(stop, 'etag')
  const again = get(stop.path, 'same-address')
  const isRead = stop.method === 'GET' || stop.method === 'HEAD'
  if (isRead && etag)
    return [
      {
        id: 'again',
        says: 'Ask again, and say which version you have',
        sends: 'GET with If-None-Match',
        ask: () => ({ ...again, fields: [['If-None-Match', etag]] }),
      },
    ]
  if (stop.method === 'POST') return []
  return [{ id: 'read', says: 'Read it', sends: 'GET', ask: () => again }]
}

function callOff(stop: Stop): Act[] {
  const path = orderAt(stop)
  const etag = toldIn(stop, 'etag')
  if (path !== stop.path || !etag) return []
  return [
    {
      id: 'call-off',
      says: 'Call it off, if it is still as you saw it',
      sends: 'PATCH with If-Match',
      ask: () => move(path, 'cancelled', etag),
    },
  ]
}

function sendAgain(stop: Stop): Act[] {
  const key = askedIn(stop, 'idempotency-key')
  const wish = parseJson(stop.body)
  if (stop.method !== 'POST' || !key || !isWish(wish)) return []
  const [line, ...others] = wish.lines
  const more = line && { ...line, quantity: line.quantity + 1 }
  const other = { ...wish, lines: [...(more ? [more] : []), ...others] }
  return [
    {
      id: 'same',
      says: 'Send the very same once more',
      sends: 'POST with the same key',
      ask: () => order(wish, key),
    },
    {
      id: 'reuse',
      says: 'Send another order with this key',
      sends: 'POST, one portion more',
      ask: () => order(other, key),
    },
  ]
}

function write(
  method: 'POST' | 'PATCH',
  path: string,
  message: object,
  fields: Ask['fields'],
): Ask {
  const { headers, body } = jsonRequest(method, message)
  return {
    method,
    path,
    fields: [...Object.entries(headers), ...fields],
    body,
    from: 'same-address',
    isElsewhere: false,
  }
}

function isWish(value: unknown): value is Wish {
  return isRecord(value) && Array.isArray(value.lines)
}
