import * as z from 'zod'
import { OtlpExport, OtlpTraces } from './otlp'
import { refTo } from './openapi-schemas'
import { Health } from './site'
import { SourceRegion, Trace } from './trace'
import { OrderPlacedMessage } from './webhooks'
import {
  text,
  inPath,
  inHeader,
  inQuery,
  ifNoneMatch,
  reading,
  writing,
} from './openapi-parameters'
import {
  empty,
  etagHeader,
  json,
  limitHeaders,
  type Operation,
} from './openapi-parts'

const anyHash =
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

const signed = (name: string, description: string, example: string) => ({
  ...inHeader(name, description, text()),
  required: true,
  example,
})

/** What the house shows of itself: events, traces, kitchen, health. */
export const houseOperations: Record<string, Operation> = {
  'GET /api/events': {
    tag: 'Events',
    id: 'followEvents',
    summary: 'Follow what happens',
    description:
      'Server-sent events: `order.*`, `courier.*`, `shift.*`, `member.*`, `sandbox.emptied`, `ticket.printed`, `span.started`, `span.ended`. Starts now, or after `Last-Event-ID`, and then nothing is missed.',
    parameters: [
      inQuery('kind', 'Only the events of orders.', text({ enum: ['order'] })),
      inHeader('Last-Event-ID', 'The last event you have.', text()),
    ],
    replies: {
      200: {
        description: 'The stream.',
        content: { 'text/event-stream': { schema: text() } },
      },
    },
    refusals: [
      'malformed-request',
      'not-signed-in',
      'sandbox-expired',
      'place-ended',
      'too-many-streams',
    ],
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
              oneOf: [refTo(Trace), refTo(OtlpExport)],
            },
          },
        },
      },
      304: empty('You have this version already.', etagHeader),
    },
    refusals: ['malformed-request', ...reading, 'trace-not-found'],
  },
  'GET /api/code/{hash}': {
    tag: 'Traces',
    id: 'getCode',
    summary: 'Read the code that ran',
    description:
      'The source region that a span names by its SHA-256, highlighted; also when a later build has other code.',
    parameters: [
      inPath('hash', 'The hash of the region, or of the function.', anyHash),
      ifNoneMatch,
    ],
    replies: {
      200: json('The region.', SourceRegion, etagHeader),
      304: empty('You have it already.', etagHeader),
    },
    refusals: ['not-found'],
    isOpen: true,
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
    parameters: [
      signed(
        'webhook-id',
        'Names the message, however often it is sent.',
        'msg_d688e54a37d67c18f3cbd7d8',
      ),
      signed(
        'webhook-timestamp',
        'When it was sent, in seconds since 1970.',
        '1795399295',
      ),
      signed(
        'webhook-signature',
        'An HMAC of the id, the time and the body.',
        'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
      ),
    ],
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
    refusals: ['bad-signature', 'body-too-large', 'restaurant-offline'],
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
