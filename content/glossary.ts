import { apiTerms } from './api-terms'
import { databaseTerms } from './database-terms'
import type { GlossaryEntry } from './glossary-entry'
import { securityTerms } from './security-terms'

/** The terms of the book, by their ids. */
export const glossary = {
  frontend: {
    name: 'Frontend',
    says: 'The part of a program that runs with its users: in the browser, or in an app on the phone. What it shows and what it says can be changed by whoever holds it.',
    chapter: 'what-a-backend-is',
    lab: 'trust-the-browser',
  },
  backend: {
    name: 'Backend',
    also: ['backends'],
    says: 'The part of a program that runs where its users cannot reach it. It decides what they must not decide for themselves, keeps what has to last, and is the same for all of them.',
    chapter: 'what-a-backend-is',
    lab: 'engine',
  },
  client: {
    name: 'Client',
    also: ['clients'],
    says: 'Whoever sends a request: a browser, an app, another program.',
    chapter: 'what-a-backend-is',
    lab: 'engine',
  },
  server: {
    name: 'Server',
    also: ['servers'],
    says: 'The program that waits for requests and answers them. The computer on which it runs is called by the same word.',
    chapter: 'what-a-backend-is',
    lab: 'engine',
  },
  database: {
    name: 'Database',
    also: ['databases'],
    says: 'A program that keeps data, finds it again, and keeps its promises about it when something breaks. Also the data itself.',
    chapter: 'what-a-backend-is',
    lab: 'two-windows',
  },
  validation: {
    name: 'Validation',
    says: 'Holding what was sent against what makes sense, before anything is done with it. In the page it is a courtesy; on the server it is a necessity.',
    chapter: 'what-a-backend-is',
    lab: 'trust-the-browser',
  },
  'local-storage': {
    name: 'Local storage',
    also: ['localStorage'],
    says: 'A place in the browser where the pages of one site can keep text. It outlives a reload, is shared by the site’s pages in this browser and by no other browser, and its owner can read, change and clear it.',
    chapter: 'what-a-backend-is',
    lab: 'two-windows',
  },
  ...databaseTerms,
  request: {
    name: 'Request',
    also: ['requests'],
    says: 'A message from a client to a server: a method, a path, header fields and perhaps a body. What the guest asks for.',
    chapter: 'servers',
    lab: 'raw-request',
  },
  response: {
    name: 'Response',
    also: ['responses'],
    says: 'The server’s answer to one request: a status, header fields and perhaps a body.',
    chapter: 'servers',
    lab: 'raw-request',
  },
  method: {
    name: 'Method',
    also: ['methods'],
    says: 'The first word of a request: what is to be done. GET reads, POST hands something in, PUT and PATCH change, DELETE removes. GET may be repeated without harm.',
    chapter: 'servers',
    lab: 'raw-request',
  },
  header: {
    name: 'Header field',
    also: ['header fields'],
    says: 'A name and a value at the head of a message: for which site it is, who is asking, what kind of body follows and how long it is.',
    chapter: 'servers',
    lab: 'raw-request',
  },
  status: {
    name: 'Status code',
    also: ['status codes'],
    says: 'Three digits in the first line of a response. The first of them tells whose turn it is: 2 done, 3 elsewhere, 4 the request has to change, 5 the server failed.',
    chapter: 'servers',
    lab: 'status-codes',
  },
  thread: {
    name: 'Thread',
    also: ['threads'],
    says: 'A course of instructions that is carried out one after the other. Several can run at the same time where there are cores for them.',
    chapter: 'servers',
    lab: 'one-waiter',
  },
  'event-loop': {
    name: 'Event loop',
    says: 'The round in which a single thread serves many: it takes the next thing that is ready, runs its code until that waits or ends, and takes the next. Code that computes without a pause keeps everybody waiting.',
    chapter: 'servers',
    lab: 'one-waiter',
  },
  stateless: {
    name: 'Stateless',
    says: 'Said of a server that keeps nothing of a client between two requests: each request brings along what is needed to understand it.',
    chapter: 'servers',
    lab: 'keep-or-forget',
  },
  cookie: {
    name: 'Cookie',
    also: ['cookies'],
    says: 'A small text that a server gives to a browser, which sends it back with every request to that site. It can be signed, so that a change is noticed, and it can be kept from scripts.',
    chapter: 'servers',
    lab: 'keep-or-forget',
  },
  session: {
    name: 'Session',
    also: ['sessions'],
    says: 'What a server knows about one visitor over many requests. The visitor brings along a number in a cookie, and the rest stands in a database under that number.',
    chapter: 'servers',
    lab: 'keep-or-forget',
  },
  ...apiTerms,
  ...securityTerms,
  outbox: {
    name: 'Outbox',
    says: 'A table of messages that still have to be sent. A message is written in the same transaction as the change it tells of, so that neither exists without the other.',
    chapter: 'the-order',
    lab: 'place-order',
  },
  event: {
    name: 'Event',
    also: ['events'],
    says: 'A record that something happened, in the past tense and never changed afterwards: order.placed, order.accepted.',
    chapter: 'the-order',
    lab: 'track',
  },
  polling: {
    name: 'Polling',
    also: ['long polling'],
    says: 'Asking again and again whether there is news. With long polling the server holds its answer back until there is some.',
    chapter: 'the-order',
    lab: 'polling-or-push',
  },
  sse: {
    name: 'Server-sent events',
    also: ['SSE'],
    says: 'One HTTP response that does not end: the server writes another event to it whenever there is one. The format is part of the HTML Standard, and a reader who was cut off resumes with Last-Event-ID.',
    chapter: 'the-order',
    lab: 'track',
  },
  'idempotency-key': {
    name: 'Idempotency key',
    also: ['idempotency keys'],
    says: 'A value that a client makes once for something it wants done, and sends with every try. The server does the thing once for each key, and gives every later try the first answer.',
    chapter: 'the-order',
    lab: 'break-it',
  },
} as const satisfies Record<string, GlossaryEntry>

export type TermId = keyof typeof glossary
