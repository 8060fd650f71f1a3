import { NewOrder, Order, OrderList, StatusChange } from './orders'
import { RestaurantList, RestaurantWithMenu } from './restaurants'
import {
  CurrentSandbox,
  NewSandbox,
  Sandbox,
  SandboxToken,
  TokenWish,
} from './sandboxes'
import {
  text,
  inPath,
  inHeader,
  order,
  ifNoneMatch,
  traceparent,
  baggage,
  paging,
  reading,
  writing,
} from './openapi-parameters'
import {
  empty,
  etagHeader,
  json,
  limitHeaders,
  pageHeaders,
  type Operation,
} from './openapi-parts'

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
  note: 'Ring twice, please.',
}

/** What a guest does: open a sandbox, choose, order. */
export const guestOperations: Record<string, Operation> = {
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
    refusals: [...reading, 'cross-site-write', 'not-your-part'],
  },
  'POST /api/sandboxes/current/token': {
    tag: 'Sandboxes',
    id: 'makeToken',
    summary: 'Get a token for your own tools',
    description:
      'For a page, whose cookie no script can read: a token for the same sandbox, good for a day. Whoever holds it can do all that you can. It is a JWT, or a PASETO where you ask for one.',
    body: {
      schema: TokenWish,
      example: { format: 'paseto' },
      isOptional: true,
    },
    replies: { 201: json('The token.', SandboxToken, limitHeaders) },
    refusals: writing,
    security: [{ cookie: [] }],
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
      {
        ...inHeader(
          'Idempotency-Key',
          'Names this request. Sent again with the same body, it gets the first reply again, byte for byte, for 24 hours.',
          text({ minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' }),
        ),
        example: 'my-first-order',
      },
      traceparent,
      baggage,
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
      'malformed-request',
      ...writing,
      'malformed-idempotency-key',
      'not-your-part',
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
    parameters: [...paging('Orders'), baggage],
    replies: { 200: json('A page of orders.', OrderList, pageHeaders) },
    refusals: ['malformed-request', ...reading],
  },
  'GET /api/orders/{id}': {
    tag: 'Orders',
    id: 'getOrder',
    summary: 'Read an order',
    description: 'One of yours; anybody else’s looks like none at all.',
    parameters: [order, ifNoneMatch, baggage],
    replies: {
      200: json('The order.', Order, { ...etagHeader, ...limitHeaders }),
      304: empty('You have this version already.', etagHeader),
    },
    refusals: ['malformed-request', ...reading, 'not-found'],
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
      baggage,
    ],
    body: { schema: StatusChange, example: { status: 'accepted' } },
    replies: {
      200: json('The order as it is now.', Order, {
        ...etagHeader,
        ...limitHeaders,
      }),
    },
    refusals: [
      'malformed-request',
      ...writing,
      'not-found',
      'not-your-part',
      'illegal-transition',
      'precondition-failed',
      'quota-exceeded',
      'storage-full',
    ],
  },
}
