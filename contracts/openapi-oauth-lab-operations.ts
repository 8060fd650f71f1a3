import { OAuthProblem } from './identity'
import { OauthOutcome, OauthTrial } from './oauth-lab'
import { baggage, text, traceparent, writing } from './openapi-parameters'
import { empty, json, limitHeaders, type Operation } from './openapi-parts'
import { TwinPerson, TwinToken } from './oauth-lab-twin'

const run = {
  name: 'run',
  in: 'path',
  required: true,
  description: 'The run of the lab that the twin was made for.',
  schema: text(),
  example: '0b8ab2b6-6fd1-4b44-8a56-4f4c1f1f3a57',
}
const away = (what: string) => ({
  ...empty(what),
  headers: { Location: { description: what, schema: text() } },
})
const page = {
  description: 'The form in which a person says who they are.',
  content: { 'text/html': { schema: text() } },
}
const refused = json('The form or the answer is not right.', OAuthProblem)

/** One door of the weak twin: it is there for as long as its run. */
function ofTwin(
  id: string,
  summary: string,
  rest: Pick<Operation, 'replies'> & Partial<Operation>,
): Operation {
  return {
    tag: 'Labs',
    id,
    summary,
    description:
      'A part of the weak twin of the sign-in, which lacks a protection on purpose. It keeps three tables in memory, and is there only while its run is.',
    parameters: [run],
    refusals: ['not-found'],
    isOpen: true,
    ...rest,
  }
}

/** What the lab about signing in asks of the backend, and its weak twin. */
export const oauthLabOperations: Record<string, Operation> = {
  'POST /api/labs/oauth': {
    tag: 'Labs',
    id: 'attackSignIn',
    summary: 'Attack a sign-in',
    description:
      'Two browsers, the guest’s and the attacker’s, try an attack with real requests: on a weak twin that lacks the protection against it, or on Plateful itself. Tells in whose browser somebody is signed in then.',
    parameters: [traceparent, baggage],
    body: {
      schema: OauthTrial,
      example: { protection: 'pkce', house: 'twin' },
    },
    replies: {
      200: json('What the attack has come to.', OauthOutcome, limitHeaders),
    },
    refusals: [
      'malformed-request',
      ...writing,
      'too-many-requests',
      'lab-busy',
      'house-full',
    ],
  },
  'GET /api/labs/oauth/twin/{run}/signin': ofTwin(
    'beginAtTwin',
    'Begin a sign-in at the twin',
    { replies: { 303: away('To the form of the twin’s provider.') } },
  ),
  'GET /api/labs/oauth/twin/{run}/authorize': ofTwin(
    'askTwin',
    'See the form of the twin’s provider',
    { replies: { 200: page, 400: refused } },
  ),
  'POST /api/labs/oauth/twin/{run}/authorize': ofTwin(
    'signInAtTwin',
    'Send the form of the twin’s provider',
    { replies: { 303: away('To the client, with a code.'), 400: refused } },
  ),
  'POST /api/labs/oauth/twin/{run}/token': ofTwin(
    'takeTokenOfTwin',
    'Take a token for a code of the twin',
    { replies: { 200: json('The token.', TwinToken), 400: refused } },
  ),
  'GET /api/labs/oauth/twin/{run}/userinfo': ofTwin(
    'whoseTokenAtTwin',
    'Ask the twin’s provider who it is',
    {
      replies: { 200: json('Whose token it is.', TwinPerson) },
      refusals: ['not-found', 'not-signed-in'],
    },
  ),
  'GET /api/labs/oauth/twin/{run}/callback': ofTwin(
    'answerTwin',
    'Bring the twin the answer of its provider',
    { replies: { 303: away('Home, with a session.'), 400: refused } },
  ),
  'GET /api/labs/oauth/twin/{run}/me': ofTwin(
    'whoIsAtTwin',
    'Ask the twin who is signed in',
    {
      replies: { 200: json('Who is signed in here.', TwinPerson) },
      refusals: ['not-found', 'not-signed-in'],
    },
  ),
  'GET /api/labs/oauth/twin/{run}/inbox': ofTwin(
    'bringToAttacker',
    'Bring the attacker whatever you have',
    { replies: { 200: empty('The attacker says thank you.') } },
  ),
}
