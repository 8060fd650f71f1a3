import { mostRequests, servingWays } from './serving-ways'
import { Bystander, Served, ServingReport } from './one-waiter'
import {
  baggage,
  inQuery,
  reading,
  text,
  traceparent,
  writing,
} from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'
import { PowerCut, PowerCutReport } from './power-cut'

const run = {
  ...inQuery(
    'run',
    'A name for the run, of your own choice.',
    text({ pattern: '^[a-z0-9]{8,32}$' }),
  ),
  required: true,
  example: 'a1b2c3d4',
}

/** What the labs ask that start processes and threads. */
export const processOperations: Record<string, Operation> = {
  'POST /api/labs/power-cut': {
    tag: 'Labs',
    id: 'cutThePower',
    summary: 'Cut the power while an order is written',
    description:
      'Starts a process that writes an order into a database of its own, kills it with SIGKILL at the moment you name, opens the database again and tells what is left: once with each write on its own, once with both in a transaction. Two requests at a time on the whole server; 501 where no process can be started.',
    parameters: [traceparent, baggage],
    body: { schema: PowerCut, example: { moment: 'between' } },
    replies: {
      201: json('What is left, in both ways.', PowerCutReport, limitHeaders),
    },
    refusals: [
      'malformed-request',
      ...writing,
      'not-on-this-platform',
      'lab-busy',
    ],
  },
  'GET /api/labs/one-waiter': {
    tag: 'Labs',
    id: 'serveOne',
    summary: 'Be served in one of three ways',
    description:
      'One request of a run, served by waiting 200 ms, by computing on the main thread, or by having another thread compute the same. A run begins with its first request and has 24 at most, each number once. Two runs at a time on the whole server, and one that computes on the main thread.',
    parameters: [
      {
        ...inQuery(
          'way',
          'How it is to be served.',
          text({ enum: servingWays }),
        ),
        required: true,
        example: 'wait',
      },
      run,
      {
        ...inQuery('number', 'Which of the run’s requests this is.', {
          type: 'integer',
          minimum: 1,
          maximum: mostRequests,
        }),
        required: true,
        example: '1',
      },
      traceparent,
      baggage,
    ],
    replies: {
      200: json('It has been served.', Served, limitHeaders),
    },
    refusals: ['malformed-request', ...reading, 'lab-busy'],
  },
  'DELETE /api/labs/one-waiter': {
    tag: 'Labs',
    id: 'endServing',
    summary: 'End a run',
    description:
      'Frees the run’s place, and tells how late a timer of the server came while the run went on.',
    parameters: [run, traceparent, baggage],
    replies: {
      200: json('How late the event loop was.', ServingReport, limitHeaders),
    },
    refusals: [
      'malformed-request',
      ...reading,
      'cross-site-write',
      'not-found',
    ],
  },
  'GET /api/labs/one-waiter/bystander': {
    tag: 'Labs',
    id: 'askTheTime',
    summary: 'Ask for the time',
    description:
      'As little as a server can do: it shows what others do to whoever wants almost nothing.',
    replies: { 200: json('What time it is.', Bystander) },
    refusals: [],
    isOpen: true,
  },
}
