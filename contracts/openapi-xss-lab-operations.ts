import { baggage, traceparent, writing } from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'
import { JoinedPage, MarkedReview } from './xss-lab'

/** What the lab about markup in a review asks of the backend. */
export const xssLabOperations: Record<string, Operation> = {
  'POST /api/labs/xss': {
    tag: 'Labs',
    id: 'joinReview',
    summary: 'Have a page joined around a review',
    description:
      'Keeps the review of one dish in your sandbox, as it was typed, and answers with a page that was made by joining strings. The page is unsafe on purpose: the lab shows it in a frame without an origin.',
    parameters: [traceparent, baggage],
    body: {
      schema: MarkedReview,
      example: { text: 'The egg alone is <b>worth it</b>.' },
    },
    replies: {
      201: json('The review, and the joined page.', JoinedPage, limitHeaders),
    },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
}
