import {
  ProvenTrial,
  SessionCookie,
  Specimen,
  SpecimenWish,
  TokenTrial,
} from './jwt-lab'
import { baggage, reading, traceparent, writing } from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'
import { LetIn, LoggedIn, LoggedOut, Login, Ticket } from './session-lab'

/** What the labs about tokens and sessions ask of the backend. */
export const tokenLabOperations: Record<string, Operation> = {
  'POST /api/labs/jwt/tokens': {
    tag: 'Labs',
    id: 'makeSpecimen',
    summary: 'Get a token to take apart',
    description:
      'A token of your own sandbox, good for a quarter of an hour, or one with which something is wrong: changed, cut, signed with another key, expired, for somebody else. No door takes any but the genuine one.',
    body: {
      schema: SpecimenWish,
      example: { format: 'jwt', deed: 'none' },
    },
    replies: { 201: json('The token.', Specimen, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'POST /api/labs/jwt': {
    tag: 'Labs',
    id: 'judgeToken',
    summary: 'Have a token judged',
    description:
      'Proves a token with the code of every other door, as a step of a trace that is yours. 401 for a token that is not as it should be, with the reason.',
    parameters: [traceparent, baggage],
    body: {
      schema: TokenTrial,
      example: { token: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJzYnhfMSJ9.' },
    },
    replies: { 200: json('The token is good.', ProvenTrial, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'GET /api/labs/jwt': {
    tag: 'Labs',
    id: 'describeSessionCookie',
    summary: 'Describe your session cookie',
    description:
      'What can be told of the encrypted cookie of a sign-in without its key: its header, its length, and how long its parts are.',
    parameters: [traceparent, baggage],
    replies: {
      200: json('What can be told of it.', SessionCookie, limitHeaders),
    },
    refusals: ['malformed-request', ...reading],
  },
  'POST /api/labs/session-or-token': {
    tag: 'Labs',
    id: 'logIn',
    summary: 'Log in, in three ways at once',
    description:
      'Writes a session down in a row of your sandbox, in the place of the last one of that device, and gives three tickets for it: the id of the session, a signed token, and a signed token that names the session.',
    parameters: [traceparent, baggage],
    body: { schema: Login, example: { device: 'phone', seconds: 30 } },
    replies: { 201: json('The three tickets.', LoggedIn, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'DELETE /api/labs/session-or-token': {
    tag: 'Labs',
    id: 'logOutEverywhere',
    summary: 'Log out everywhere',
    description:
      'Strikes out your sessions of this lab. A token alone knows nothing of it.',
    parameters: [traceparent, baggage],
    replies: {
      200: json('How many there were.', LoggedOut, limitHeaders),
    },
    refusals: [
      'malformed-request',
      ...reading,
      'cross-site-write',
      'house-full',
    ],
  },
  'POST /api/labs/session-or-token/visits': {
    tag: 'Labs',
    id: 'showTicket',
    summary: 'Show a ticket at the door',
    description:
      'Lets in whoever shows a ticket that is still good. For a session its row is looked up; of a token the signature and the time are checked; of the third kind both.',
    parameters: [traceparent, baggage],
    body: {
      schema: Ticket,
      example: {
        way: 'session',
        token: 'ses_0123456789abcdef0123456789abcdef',
      },
    },
    replies: { 200: json('Who was let in.', LetIn, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
}
