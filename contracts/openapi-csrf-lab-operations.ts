import type { ForgeryDoor } from './csrf-choices'
import { Forgeries, ForgedWish, ForgeryTrial } from './csrf-lab'
import {
  baggage,
  inPath,
  reading,
  traceparent,
  writing,
} from './openapi-parameters'
import { empty, json, limitHeaders, type Operation } from './openapi-parts'

const tag = 'Labs'
const traced = [traceparent, baggage]

/** What the lab about forged requests asks of the backend. */
export const csrfLabOperations: Record<string, Operation> = {
  'POST /api/labs/csrf': {
    tag,
    id: 'signInToTwin',
    summary: 'Have yourself signed in to the twin',
    description:
      'Gives a browser a cookie for the two doors of the lab, with the SameSite that you choose, and tells their addresses. The cookie is good for ten minutes, and for nothing else.',
    parameters: traced,
    body: { schema: ForgeryTrial, example: { sameSite: 'none' } },
    replies: { 201: json('The two doors.', Forgeries, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'GET /api/labs/csrf': {
    tag,
    id: 'listForgeries',
    summary: 'See what arrived at the twin',
    description:
      'What each of the two doors wrote down of the last request, and what came of it.',
    parameters: traced,
    replies: { 200: json('The two doors.', Forgeries, limitHeaders) },
    refusals: ['malformed-request', ...reading],
  },
  ...doorOperations('trusting', 'asks for its cookie and for nothing else'),
  ...doorOperations('guarded', 'also asks which site sent the request'),
}

/** What a browser may send to one of the doors, whoever wrote the page. */
function doorOperations(
  door: ForgeryDoor,
  asks: string,
): Record<string, Operation> {
  const path = `/api/labs/csrf/${door}/{id}`
  const name = door === 'trusting' ? 'Trusting' : 'Guarded'
  const shared = {
    tag,
    isOpen: true,
    parameters: [
      inPath('id', 'The experiment.', 'frg_0123456789abcdef0123456789abcdef'),
    ],
  }
  const refused = [
    'not-signed-in',
    'not-found',
    'sandbox-expired',
    'too-many-requests',
    'body-too-large',
    'validation-failed',
  ] as const
  const done = json('The address is changed.', ForgedWish, limitHeaders)
  return {
    [`POST ${path}`]: {
      ...shared,
      id: `change${name}Email`,
      summary: `Change the address at the ${door} door`,
      description: `The twin ${asks}. Its account is thrown away with the reply. Takes a form, text or JSON.`,
      body: {
        schema: ForgedWish,
        example: { email: 'thief@elsewhere.example' },
        isForm: true,
      },
      replies: { 200: done },
      refusals:
        door === 'guarded' ? [...refused, 'cross-site-write'] : [...refused],
    },
    [`GET ${path}`]: {
      ...shared,
      id: `get${name}Email`,
      summary: `Try the same with GET at the ${door} door`,
      description:
        door === 'trusting'
          ? 'Changes the address by the query, which no GET should.'
          : 'Notes what arrived, and refuses: nothing is changed by GET.',
      replies: door === 'trusting' ? { 200: done } : {},
      refusals:
        door === 'trusting'
          ? [...refused]
          : ['not-found', 'sandbox-expired', 'method-not-allowed'],
    },
    [`OPTIONS ${path}`]: {
      ...shared,
      id: `ask${name}Door`,
      summary: `Ask the ${door} door for leave`,
      description:
        'What a browser asks before it sends what no form could. Notes what arrived, and gives no leave.',
      replies: { 204: empty('Which methods there are, and no leave.') },
      refusals: ['not-found', 'sandbox-expired', 'too-many-requests'],
    },
  }
}
