import { baggage, traceparent, writing } from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'
import {
  OwnPassword,
  OwnRow,
  PasswordRun,
  PasswordTrial,
} from './password-store'

const refusals: Operation['refusals'] = [
  'malformed-request',
  ...writing,
  'lab-busy',
  'house-full',
]

/** What the lab about passwords asks of the backend. */
export const passwordStoreOperations: Record<string, Operation> = {
  'POST /api/labs/password-store': {
    tag: 'Labs',
    id: 'leakPasswords',
    summary: 'Leak a table of passwords, and guess at it',
    description:
      'Keeps the passwords of five made-up people as they are, by SHA-256 and by scrypt with salt, and lets a guesser with a list of usual passwords work at each for 300 ms. Nothing is kept.',
    parameters: [traceparent, baggage],
    body: { schema: PasswordTrial, example: { cost: 15 } },
    replies: {
      200: json(
        'What leaked, and what was guessed.',
        PasswordRun,
        limitHeaders,
      ),
    },
    refusals,
  },
  'POST /api/labs/password-store/own': {
    tag: 'Labs',
    id: 'hashOwnPassword',
    summary: 'Hash a password that you made up',
    description:
      'Hashes it in both ways and forgets it: it is in no row, no log and no trace. Send one that you use nowhere all the same.',
    parameters: [traceparent, baggage],
    body: {
      schema: OwnPassword,
      example: { password: 'a password made up here', cost: 15 },
    },
    replies: { 200: json('Its hashes.', OwnRow, limitHeaders) },
    refusals,
  },
}
