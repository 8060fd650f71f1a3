import {
  ChangedMessage,
  ContractFindings,
  ContractTrial,
} from './break-the-contract'
import { contractChanges } from './break-the-contract-choices'
import {
  baggage,
  inQuery,
  text,
  traceparent,
  writing,
} from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'

/** What the lab about changing a contract asks of the backend. */
export const contractLabOperations: Record<string, Operation> = {
  'POST /api/labs/break-the-contract': {
    tag: 'Labs',
    id: 'compareContracts',
    summary: 'Change the contract of orders, and compare',
    description:
      'Changes the part of this document that is about orders, in memory only, tells the differences, and checks an answer by the contract as it is.',
    parameters: [traceparent, baggage],
    body: {
      schema: ContractTrial,
      example: { change: 'rename-name', isStrict: false, answer: null },
    },
    replies: {
      200: json('What was found.', ContractFindings, limitHeaders),
    },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'POST /api/labs/break-the-contract/orders': {
    tag: 'Labs',
    id: 'orderByChangedContract',
    summary: 'Order by a changed contract',
    description:
      '`POST /api/orders` as it would be after the change: it reads the order in the new words, places it for real in your sandbox, and answers in the new words.',
    parameters: [
      {
        ...inQuery('change', 'Which change.', text({ enum: contractChanges })),
        required: true,
        example: 'rename-name',
      },
      traceparent,
      baggage,
    ],
    body: {
      schema: ChangedMessage,
      example: {
        restaurant: 'lantern-noodle-house',
        lines: [{ dish: 'miso-ramen', quantity: 1 }],
      },
    },
    replies: {
      201: json('The order is placed.', ChangedMessage, limitHeaders),
    },
    refusals: [
      'malformed-request',
      ...writing,
      'not-your-part',
      'quota-exceeded',
      'sold-out',
      'restaurant-closed',
      'storage-full',
      'house-full',
    ],
  },
}
