import * as z from 'zod'
import type { ContractChange } from '@/contracts/break-the-contract-choices'
import type { Order } from '@/contracts/orders'
import {
  allow,
  demand,
  drop,
  loosen,
  put,
  rename,
  within,
  type Edit,
  type Json,
} from './edit-schema'

/** A change of the contract, and what the backend does differently then. */
type Change = {
  /** What is edited in the document, by the name of the schema. */
  edits: Record<string, Edit[]>
  /** An answer, told in the new words. */
  answer?: (order: Order) => Json
  /** A question in the new words, as it was asked until now. */
  question?: (wish: Json) => Json
}

const text = { type: 'string' }
const number = { type: 'integer' }
const portions = { ...number, minimum: 1, maximum: 50 }
export const changes: Record<ContractChange, Change> = {
  'rename-name': {
    edits: { Order: [within('restaurant', rename('name', 'title'))] },
    answer: ({ restaurant: { name, ...restaurant }, ...order }) => ({
      ...order,
      restaurant: { ...restaurant, title: name },
    }),
  },
  'retype-total': {
    edits: { Money: [put('amount', text)] },
    answer: inDollars,
  },
  'drop-note': {
    edits: { Order: [drop('note')] },
    answer: ({ note: _, ...order }) => order,
  },
  'optional-time': {
    edits: { Order: [loosen('placedAt')] },
    answer: ({ placedAt: _, ...order }) => order,
  },
  'new-status': {
    edits: { OrderStatus: [allow('unpaid')] },
    answer: (order) => ({ ...order, status: 'unpaid' }),
  },
  'add-minutes': {
    edits: { Order: [put('minutesLeft', number)] },
    answer: (order) => ({ ...order, minutesLeft: 35 }),
  },
  'require-phone': {
    edits: { NewOrder: [put('phone', text), demand('phone')] },
    question: ({ phone: _, ...wish }) => wish,
  },
  'rename-lines': {
    edits: { NewOrder: [rename('lines', 'items')] },
    question: ({ items, ...wish }) => ({ ...wish, lines: items }),
  },
  'limit-portions': {
    edits: { NewOrderLine: [put('quantity', { ...portions, maximum: 1 })] },
  },
  'add-cutlery': {
    edits: { NewOrder: [put('cutlery', { type: 'boolean' })] },
    question: ({ cutlery: _, ...wish }) => wish,
  },
  'widen-quantity': {
    edits: { NewOrderLine: [put('quantity', { anyOf: [portions, text] })] },
    question: ({ lines, ...wish }) => ({ ...wish, lines: counted(lines) }),
  },
}

/** Every amount as a text of dollars, and no longer a number of cents. */
function inDollars(order: Order): Json {
  const said = JSON.stringify(order, (name, value: unknown) =>
    name === 'amount' ? (Number(value) / 100).toFixed(2) : value,
  )
  return z.record(z.string(), z.unknown()).parse(JSON.parse(said))
}

/** Numbers that came as texts become numbers; all else is left to the check. */
function counted(lines: unknown): unknown {
  if (!Array.isArray(lines)) return lines
  return lines.map(({ quantity, ...line }: Json) => ({
    ...line,
    quantity: typeof quantity === 'string' ? Number(quantity) : quantity,
  }))
}
