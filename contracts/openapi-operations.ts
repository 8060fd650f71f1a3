import { z } from 'zod'
import { NewOrder, Order, OrderList, StatusChange } from './orders'
import {
  empty,
  etagHeader,
  json,
  limitHeaders,
  type Json,
  type Operation,
} from './openapi-parts'
import { OtlpTraces } from './otlp'
import type { ProblemSlug } from './problems'
import { RestaurantList, RestaurantWithMenu } from './restaurants'
import { CurrentSandbox, NewSandbox, Sandbox } from './sandboxes'
import { Health } from './site'
import { Trace } from './trace'
import { OrderPlacedMessage } from './webhooks'

const text = (schema: Json = {}) => ({ type: 'string', ...schema })

const inPath = (name: string, description: string, example: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: text(),
  example,
})
const inHeader = (name: string, description: string, schema: Json) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
})
const inQuery = (name: string, description: string, schema: Json) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

const order = inPath('id', 'The order.', 'ord_6f1d0c2b9e8a47f3a1b2c3d4')
const ifNoneMatch = inHeader(
  'If-None-Match',
  'The validator you have; answered by 304 when it is still right.',
  text(),
)
const traceparent = inHeader(
  'traceparent',
  'W3C Trace Context: this request becomes a part of that trace.',
  text({
    examples: ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
  }),
)
const reading: ProblemSlug[] = [
  'not-signed-in',
  'sandbox-expired',
  'too-many-requests',
]
const writing: ProblemSlug[] = [
  'malformed-json',
  ...reading,
  'cross-site-write',
  'body-too-large',
  'unsupported-media-type',
  'validation-failed',
]

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
  note: 'Ring twice, please.',
}

/** Every operation of the backend, by method and path. */
export const operations: Record<string, Operation> = {
  'POST /api/sandboxes': {
    tag: 'Sandboxes',
    id: 'openSandbox',
    summary: 'Open a sandbox',
    description:
      'A Plateful of your own, with its token. A page of this site gets it as a cookie as well. Cleared a day after its last use.',
    body: {
      schema: NewSandbox,
      example: { autopilot: false },
      isOptional: true,
    },
    replies: { 201: json('The sandbox is open.', Sandbox) },
    refusals: [
      'malformed-json',
      'cross-site-write',
      'body-too-large',
      'unsupported-media-type',
      'validation-failed',
      'too-many-requests',
      'house-full',
    ],
    isOpen: true,
  },
  'GET /api/sandboxes/current': {
    tag: 'Sandboxes',
    id: 'getCurrentSandbox',
    summary: 'Read your sandbox',
    description: 'Which sandbox the request belongs to; 404 when it has none.',
    replies: { 200: json('Your sandbox.', CurrentSandbox, limitHeaders) },
    refusals: [...reading, 'not-found'],
  },
  'DELETE /api/sandboxes/current': {
    tag: 'Sandboxes',
    id: 'startOver',
    summary: 'Start over',
    description:
      'Empties the sandbox: orders, events, traces, portions taken. Its id and its token stay good.',
    replies: { 204: empty('The sandbox is empty.', limitHeaders) },
    refusals: [...reading, 'cross-site-write'],
  },
  'GET /api/restaurants': {
    tag: 'Restaurants',
    id: 'listRestaurants',
    summary: 'List the restaurants',
    description: 'All of them, those that are open now first.',
    parameters: [ifNoneMatch],
    replies: {
      200: json('The restaurants.', RestaurantList, {
        ...etagHeader,
        ...limitHeaders,
      }),
      304: empty('You have this version already.', etagHeader),
    },
    refusals: reading,
  },
  'GET /api/restaurants/{slug}': {
    tag: 'Restaurants',
    id: 'getRestaurant',
    summary: 'Read a restaurant and its menu',
    description: 'The portions left are those of your own sandbox.',
    parameters: [
      inPath('slug', 'The restaurant.', 'lantern-noodle-house'),
      ifNoneMatch,
    ],
    replies: {
      200: json('The restaurant.', RestaurantWithMenu, {
        ...etagHeader,
        ...limitHeaders,
      }),
      304: empty('You have this version already.', etagHeader),
    },
    refusals: [...reading, 'not-found'],
  },
  'POST /api/orders': {
    tag: 'Orders',
    id: 'placeOrder',
    summary: 'Place an order',
    description:
      'All of it or nothing, once for each Idempotency-Key, at the restaurant’s prices. The kitchen is told after the reply.',
    parameters: [
      inHeader(
        'Idempotency-Key',
        'Names this request. Sent again with the same body, it gets the first reply again, byte for byte, for 24 hours.',
        text({ minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' }),
      ),
      traceparent,
    ],
    body: { schema: NewOrder, example: wish },
    replies: {
      201: json('The order is placed.', Order, {
        ...limitHeaders,
        Location: { description: 'The order.', schema: text() },
        'Idempotency-Replayed': {
          description: '`true` when this is the first reply, sent again.',
          schema: text(),
        },
      }),
    },
    refusals: [
      ...writing,
      'malformed-idempotency-key',
      'quota-exceeded',
      'sold-out',
      'restaurant-closed',
      'idempotency-key-reused',
      'request-in-progress',
      'storage-full',
      'house-full',
    ],
  },
  'GET /api/orders': {
    tag: 'Orders',
    id: 'listOrders',
    summary: 'List your orders',
    description: 'Newest first, a page at a time.',
    parameters: [
      inQuery('limit', 'Orders a page.', {
        type: 'integer',
        minimum: 1,
        maximum: 100,
        default: 20,
      }),
      inQuery('cursor', 'Where the page begins, from the Link field.', text()),
    ],
    replies: {
      200: json('A page of orders.', OrderList, {
        ...limitHeaders,
        Link: { description: 'The next page (RFC 8288).', schema: text() },
      }),
    },
    refusals: ['malformed-request', ...reading],
  },
  'GET /api/orders/{id}': {
    tag: 'Orders',
    id: 'getOrder',
    summary: 'Read an order',
    description: 'One of yours; anybody else’s looks like none at all.',
    parameters: [order, ifNoneMatch],
    replies: {
      200: json('The order.', Order, { ...etagHeader, ...limitHeaders }),
      304: empty('You have this version already.', etagHeader),
    },
    refusals: [...reading, 'not-found'],
  },
  'PATCH /api/orders/{id}': {
    tag: 'Orders',
    id: 'moveOrder',
    summary: 'Move an order to its next state',
    description:
      'placed, accepted, cooking, ready, collected, delivered; or cancelled, or rejected. A step that is not allowed is refused, and `allowed` lists those that are.',
    parameters: [
      order,
      inHeader('If-Match', 'Only if this is still the version.', text()),
    ],
    body: { schema: StatusChange, example: { status: 'accepted' } },
    replies: {
      200: json('The order as it is now.', Order, {
        ...etagHeader,
        ...limitHeaders,
      }),
    },
    refusals: [
      ...writing,
      'not-found',
      'illegal-transition',
      'precondition-failed',
      'quota-exceeded',
      'storage-full',
    ],
  },
  'GET /api/events': {
    tag: 'Events',
    id: 'followEvents',
    summary: 'Follow what happens',
    description:
      'Server-sent events: `order.*`, `ticket.printed`, `span.started`, `span.ended`. Starts now, or after `Last-Event-ID`, and then nothing is missed.',
    parameters: [inHeader('Last-Event-ID', 'The last event you have.', text())],
    replies: {
      200: {
        description: 'The stream.',
        content: { 'text/event-stream': { schema: text() } },
      },
    },
    refusals: ['not-signed-in', 'sandbox-expired', 'too-many-streams'],
  },
  'GET /api/traces/{traceId}': {
    tag: 'Traces',
    id: 'getTrace',
    summary: 'Read a trace',
    description: 'Flat, or with `?format=otlp` as OTLP/JSON for other viewers.',
    parameters: [
      inPath('traceId', 'The trace.', '4bf92f3577b34da6a3ce929d0e0e4736'),
      inQuery(
        'format',
        'The form.',
        text({ enum: ['flat', 'otlp'], default: 'flat' }),
      ),
      ifNoneMatch,
    ],
    replies: {
      200: {
        ...json('The trace.', Trace, { ...etagHeader, ...limitHeaders }),
        content: {
          'application/json': {
            schema: {
              oneOf: [
                { $ref: '#/components/schemas/Trace' },
                { $ref: '#/components/schemas/OtlpTraces' },
              ],
            },
          },
        },
      },
      304: empty('You have this version already.', etagHeader),
    },
    refusals: ['malformed-request', ...reading, 'trace-not-found'],
  },
  'POST /api/traces': {
    tag: 'Traces',
    id: 'addSpans',
    summary: 'Add the browser’s spans',
    description:
      'OTLP/JSON, into traces of your own sandbox: at most 512 spans and 1 MiB a trace.',
    body: { schema: OtlpTraces, example: { resourceSpans: [] } },
    replies: {
      200: json(
        'Taken in.',
        z.strictObject({}).meta({ id: 'SpansTakenIn' }),
        limitHeaders,
      ),
    },
    refusals: writing,
  },
  'POST /api/webhooks/kitchen': {
    tag: 'Kitchen',
    id: 'receiveWebhook',
    summary: 'Tell the kitchen',
    description:
      'The restaurant’s side of the webhook (Standard Webhooks). Prints a ticket once for each `webhook-id`.',
    parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(
      (name) => ({
        ...inHeader(name, 'See standardwebhooks.com.', text()),
        required: true,
      }),
    ),
    body: {
      schema: OrderPlacedMessage,
      example: {
        type: 'order.placed',
        timestamp: '2026-11-22T18:00:00.000Z',
        data: {
          sandbox: 'sbx_0123456789abcdef0123456789abcdef',
          order: 'ord_6f1d0c2b9e8a47f3a1b2c3d4',
          restaurant: 'lantern-noodle-house',
          lines: [{ dish: 'miso-ramen', name: 'Miso ramen', quantity: 1 }],
          note: null,
        },
      },
    },
    replies: { 204: empty('The ticket hangs on the rail.') },
    refusals: ['bad-signature', 'body-too-large'],
    isOpen: true,
  },
  'GET /api/outbox': {
    tag: 'Kitchen',
    id: 'deliverOutbox',
    summary: 'Send what is due',
    description:
      'For a clock outside, where a deployment has one. Without the CRON_SECRET it looks like nothing is here.',
    replies: {
      200: json(
        'Sent.',
        z.strictObject({ delivered: z.boolean() }).meta({ id: 'OutboxRun' }),
      ),
    },
    refusals: ['not-found'],
    security: [{ clock: [] }],
  },
  'GET /api/health': {
    tag: 'Site',
    id: 'getHealth',
    summary: 'See whether the backend can work',
    description: 'The database answers, and its schema is the one needed.',
    replies: {
      200: json('It can.', Health),
      503: json('It cannot; `database` says what to do.', Health),
    },
    refusals: ['method-not-allowed'],
    isOpen: true,
  },
  'GET /api/openapi.json': {
    tag: 'Site',
    id: 'getContract',
    summary: 'Read this document',
    description: 'Made from the schemas that validate requests.',
    replies: {
      200: {
        description: 'This document.',
        content: { 'application/json': { schema: { type: 'object' } } },
      },
    },
    refusals: ['method-not-allowed'],
    isOpen: true,
  },
}
