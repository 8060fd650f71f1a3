import { IndexCost, IndexQuestion, IndexRun } from './index-lab'
import { ListOutcome, ListWish } from './n-plus-one'
import {
  baggage,
  inQuery,
  reading,
  text,
  traceparent,
  writing,
} from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'
import { BreachOutcome, BreachWish, JoinedRows } from './write-and-read'

const refusals: Operation['refusals'] = [
  'malformed-request',
  ...writing,
  'house-full',
]
const asked = { tag: 'Labs', parameters: [traceparent, baggage] }

/** What the labs about tables, indexes and joins ask of the backend. */
export const queryLabOperations: Record<string, Operation> = {
  'POST /api/labs/index': {
    ...asked,
    id: 'measureSearch',
    summary: 'Measure a search with and without an index',
    description:
      'Asks for the orders of one guest 200 times in a table without an index, and 200 times in one with it. Answers with the plans and with the time of every run.',
    body: { schema: IndexQuestion, example: { rows: 10_000 } },
    replies: { 200: json('Plans and times.', IndexRun, limitHeaders) },
    refusals: [...refusals, 'lab-busy'],
  },
  'POST /api/labs/index/writes': {
    ...asked,
    id: 'measureWrites',
    summary: 'Measure what an index costs',
    description:
      'Writes 1,000 orders with one statement, 20 times each, into a table without an index, with one and with four. The tables are in memory and thrown away.',
    replies: { 200: json('The time of every run.', IndexCost, limitHeaders) },
    refusals: [...refusals, 'lab-busy'],
  },
  'GET /api/labs/write-and-read': {
    tag: 'Labs',
    id: 'readJoined',
    summary: 'Read an order with a join',
    description:
      'One of your own orders with its lines, its dishes and its restaurant, in one statement: a row for each line.',
    parameters: [
      {
        ...inQuery('order', 'The order.', text()),
        required: true,
        example: 'ord_6f1d0c2b9e8a47f3a1b2c3d4',
      },
      traceparent,
      baggage,
    ],
    replies: { 200: json('The rows of the join.', JoinedRows, limitHeaders) },
    refusals: ['malformed-request', ...reading, 'not-found'],
  },
  'POST /api/labs/write-and-read': {
    ...asked,
    id: 'breakRule',
    summary: 'Try to break a rule of the tables',
    description:
      'Sends one of a few rows that do not belong to a database in memory that is gone with the reply. Answers with what the database said.',
    body: { schema: BreachWish, example: { breach: 'line-without-order' } },
    replies: { 200: json('What it said.', BreachOutcome, limitHeaders) },
    refusals,
  },
  'POST /api/labs/n-plus-one': {
    ...asked,
    id: 'listOrdersTwoWays',
    summary: 'List orders with many statements or with one',
    description:
      'Reads a list of orders with their lines, either with one statement for each order or with one join, on a database in memory. Before each statement it waits as long as you say, as a network would make it wait.',
    body: {
      schema: ListWish,
      example: { orders: 10, delayMs: 0, way: 'joined' },
    },
    replies: {
      200: json('The list, and its cost.', ListOutcome, limitHeaders),
    },
    refusals,
  },
}
