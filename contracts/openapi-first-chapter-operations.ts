import { demoAccount } from './demo-account'
import { NewReview, Review, SignedIn, SignIn } from './engine'
import { baggage, reading, traceparent, writing } from './openapi-parameters'
import { pageDish } from './page-dish'
import { json, limitHeaders, type Operation } from './openapi-parts'
import { BelievedOrder, BelievedRows } from './trust-the-browser'
import { Tally } from './two-windows'

const traced = [traceparent, baggage]

/** What the labs of the first chapter ask of the backend. */
export const firstChapterOperations: Record<string, Operation> = {
  'POST /api/labs/trust-the-browser': {
    tag: 'Labs',
    id: 'orderOnTrust',
    summary: 'Order at the price you name',
    description:
      'A checkout that believes the page, on a database in memory that is gone with the reply. Answers with the rows as they were read back.',
    parameters: traced,
    body: {
      schema: BelievedOrder,
      example: {
        dish: pageDish.dish,
        quantity: 1,
        priceMinor: 1,
        deliveryFeeMinor: pageDish.deliveryFeeMinor,
      },
    },
    replies: {
      201: json('What was kept.', BelievedRows, limitHeaders),
    },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'GET /api/labs/two-windows': {
    tag: 'Labs',
    id: 'readTally',
    summary: 'Read your count',
    description:
      'How often the button was pressed in your sandbox. Without a sandbox it is nought.',
    parameters: traced,
    replies: { 200: json('The count.', Tally, limitHeaders) },
    refusals: ['malformed-request', ...reading],
  },
  'POST /api/labs/two-windows': {
    tag: 'Labs',
    id: 'addToTally',
    summary: 'Count one more',
    description: 'Adds one to the count of your sandbox.',
    parameters: traced,
    replies: { 201: json('The count now.', Tally, limitHeaders) },
    refusals: [
      'malformed-request',
      ...reading,
      'cross-site-write',
      'house-full',
    ],
  },
  'DELETE /api/labs/two-windows': {
    tag: 'Labs',
    id: 'clearTally',
    summary: 'Begin your count anew',
    description: 'Removes the count of your sandbox.',
    parameters: traced,
    replies: { 200: json('Nought.', Tally, limitHeaders) },
    refusals: [
      'malformed-request',
      ...reading,
      'cross-site-write',
      'house-full',
    ],
  },
  'POST /api/labs/engine/sign-in': {
    tag: 'Labs',
    id: 'signInAtTheLab',
    summary: 'Sign in as Mara',
    description:
      'Checks a name and a password against a salted, slow hash, and writes down who is signed in. There is one account, and its password is public: nothing is behind it.',
    parameters: traced,
    body: { schema: SignIn, example: { ...demoAccount } },
    replies: { 201: json('Who is signed in.', SignedIn, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'wrong-password', 'house-full'],
  },
  'POST /api/labs/engine/reviews': {
    tag: 'Labs',
    id: 'reviewDish',
    summary: 'Review a dish',
    description:
      'Keeps what you think of a dish in your sandbox: one review of each dish, the newest.',
    parameters: traced,
    body: {
      schema: NewReview,
      example: { dish: 'miso-ramen', text: 'The egg alone is worth it.' },
    },
    replies: { 201: json('The review.', Review, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
}
