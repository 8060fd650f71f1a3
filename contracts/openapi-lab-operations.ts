import { UnprotectedOrder, UnprotectedOutcome } from './break-it'
import {
  baggage,
  inQuery,
  reading,
  text,
  traceparent,
  writing,
} from './openapi-parameters'
import { empty, json, limitHeaders, type Operation } from './openapi-parts'
import { KeptOrder } from './five-cabinets'
import { CagedAnswer, DishSearch } from './injection'
import { Memory, Restart, ToldName } from './keep-or-forget'
import { News, usualWaitSeconds } from './polling-or-push'
import { RawExchange, RawMessage } from './raw-request'

/** What single labs ask of the backend. */
export const labOperations: Record<string, Operation> = {
  'POST /api/labs/break-it': {
    tag: 'Labs',
    id: 'orderWithoutProtection',
    summary: 'Order without protection',
    description:
      'The same order at a checkout that protects nothing, on a database in memory that is gone with the reply. Answers with what the guest was told, and what is no longer true of the books.',
    parameters: [traceparent, baggage],
    body: {
      schema: UnprotectedOrder,
      example: {
        fault: 'tampered-price',
        restaurant: 'lantern-noodle-house',
        lines: [{ dish: 'miso-ramen', quantity: 1, priceMinor: 1 }],
      },
    },
    replies: {
      201: json('What came of it.', UnprotectedOutcome, limitHeaders),
    },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'POST /api/labs/five-cabinets': {
    tag: 'Labs',
    id: 'keepInSqlite',
    summary: 'Keep one order in SQLite',
    description:
      'Keeps an order in a database in memory, finds it again, changes it and throws the database away. The statements are always the same, and the reply shows them with what they did.',
    parameters: [traceparent, baggage],
    replies: {
      201: json('What ran, and what came back.', KeptOrder, limitHeaders),
    },
    refusals: [
      'malformed-request',
      ...reading,
      'cross-site-write',
      'house-full',
    ],
  },
  'POST /api/labs/injection': {
    tag: 'Labs',
    id: 'searchInCage',
    summary: 'Search in a cage',
    description:
      'A search for dishes on a database of its own, SQLite in WebAssembly, made for this request and ended after half a second at most. Joined, the words become a part of the statement, and whatever SQL is in them runs. As a parameter they stay words.',
    parameters: [traceparent, baggage],
    body: {
      schema: DishSearch,
      example: { way: 'joined', words: "' OR 1=1 --" },
    },
    replies: {
      200: json('What the cage told.', CagedAnswer, limitHeaders),
    },
    refusals: ['malformed-request', ...writing, 'lab-busy', 'house-full'],
  },
  'GET /api/labs/polling-or-push': {
    tag: 'Labs',
    id: 'waitForNews',
    summary: 'Wait for news of an order',
    description:
      'Long polling: answers at once when the order has events after the one you name, else as soon as it has, and with 204 when your time is over and nothing has happened. Waiting takes one of the places for event streams that a sandbox has.',
    parameters: [
      {
        ...inQuery('order', 'The order.', text()),
        required: true,
        example: 'ord_6f1d0c2b9e8a47f3a1b2c3d4',
      },
      inQuery('after', 'The id of the last event that you know.', {
        type: 'integer',
        minimum: 0,
        default: 0,
      }),
      inQuery('wait', 'So many seconds, at most.', {
        type: 'integer',
        minimum: 1,
        maximum: 25,
        default: usualWaitSeconds,
      }),
      traceparent,
      baggage,
    ],
    replies: {
      200: json(
        'What has happened since, the oldest first.',
        News,
        limitHeaders,
      ),
      204: empty('Nothing has happened. Ask again.', limitHeaders),
    },
    refusals: [
      'malformed-request',
      ...reading,
      'not-found',
      'too-many-streams',
    ],
  },
  'POST /api/labs/raw-request': {
    tag: 'Labs',
    id: 'sendRawRequest',
    summary: 'Send bytes as they are',
    description:
      'Opens a connection from this server to itself, writes your bytes to it, and answers with the bytes that came back. Blanks in braces are filled in on the way. One answer is waited for, three seconds at most, and then the connection is closed.',
    parameters: [traceparent, baggage],
    body: {
      schema: RawMessage,
      example: {
        text: 'GET /api/restaurants HTTP/1.1\r\nHost: plateful.example\r\n\r\n',
      },
    },
    replies: {
      200: json(
        'What went out, and what came back.',
        RawExchange,
        limitHeaders,
      ),
    },
    refusals: [
      'malformed-request',
      ...writing,
      'not-on-this-platform',
      'lab-busy',
    ],
  },
  'POST /api/labs/keep-or-forget': {
    tag: 'Labs',
    id: 'tellName',
    summary: 'Tell a server your name',
    description:
      'Keeps the name in a variable of one of your two small servers, in a signed cookie, and in a row of your sandbox.',
    parameters: [traceparent, baggage],
    body: { schema: ToldName, example: { name: 'Ada', server: 'A' } },
    replies: { 200: json('What is known now.', Memory, limitHeaders) },
    refusals: ['malformed-request', ...writing],
  },
  'GET /api/labs/keep-or-forget': {
    tag: 'Labs',
    id: 'askName',
    summary: 'Ask a server who you are',
    description:
      'Looks into the variable, the cookie that came along, and the row of the session. Without a cookie only the variable can answer.',
    parameters: [
      {
        ...inQuery('server', 'A or B.', text({ enum: ['A', 'B'] })),
        required: true,
        example: 'A',
      },
      {
        ...inQuery('room', 'Where your servers are, as you were told.', text()),
        required: true,
        example: 'bXktdHdvLXNlcnZlcnM.signature',
      },
      traceparent,
      baggage,
    ],
    replies: { 200: json('What is known.', Memory, limitHeaders) },
    refusals: ['malformed-request', ...reading],
  },
  'PATCH /api/labs/keep-or-forget': {
    tag: 'Labs',
    id: 'restartServer',
    summary: 'End one of your servers',
    description:
      'The thread that the server runs in is ended. The next question starts another.',
    parameters: [traceparent, baggage],
    body: { schema: Restart, example: { server: 'A' } },
    replies: { 204: empty('It has ended.', limitHeaders) },
    refusals: ['malformed-request', ...writing],
  },
  'DELETE /api/labs/keep-or-forget': {
    tag: 'Labs',
    id: 'forgetName',
    summary: 'Have your name forgotten',
    description: 'Ends both servers, and removes the cookie and the row.',
    parameters: [traceparent, baggage],
    replies: { 204: empty('It is forgotten.', limitHeaders) },
    refusals: ['malformed-request', ...reading, 'cross-site-write'],
  },
}
