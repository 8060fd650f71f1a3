import { baggage, traceparent, writing } from './openapi-parameters'
import { empty, json, limitHeaders, type Operation } from './openapi-parts'
import { RateLimitTried, RateLimitTry } from './rate-limit-lab'

/** What the lab about rate limits asks of the backend. */
export const rateLimitOperations: Record<string, Operation> = {
  'POST /api/labs/rate-limit': {
    tag: 'Labs',
    id: 'tryRateLimit',
    summary: 'Come once more, under a limit of your own',
    description:
      'Counts one request of a greedy or a modest caller against a limit that you choose: the burst may come at once, and so many a second in the long run. 429 when it is one too many. The count is a row of your sandbox that nothing else looks at; `RateLimit` tells its level to a fraction as well.',
    parameters: [traceparent, baggage],
    body: {
      schema: RateLimitTry,
      example: {
        caller: 'greedy',
        sharing: 'together',
        counting: 'token-bucket',
        perSecond: 2,
        burst: 8,
      },
    },
    replies: { 200: json('It was let through.', RateLimitTried, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'DELETE /api/labs/rate-limit': {
    tag: 'Labs',
    id: 'forgetRateLimitTries',
    summary: 'Begin the lab about rate limits anew',
    description: 'Throws its counts away.',
    parameters: [traceparent, baggage],
    replies: { 204: empty('They are gone.', limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
}
