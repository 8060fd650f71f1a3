import { baggage, traceparent, writing } from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'
import { WebhookOutcome, WebhookTrial } from './webhook-lab'

/** What the lab about webhooks asks of the backend. */
export const webhookLabOperations: Record<string, Operation> = {
  'POST /api/labs/webhook': {
    tag: 'Labs',
    id: 'sendWebhook',
    summary: 'Send the kitchen a message, genuine or not',
    description:
      'Takes the message of the newest order in your sandbox from the outbox, does to it what you choose, and sends it to `/api/webhooks/kitchen` of this site, and nowhere else. 404 where nothing was ordered yet.',
    parameters: [traceparent, baggage],
    body: { schema: WebhookTrial, example: { deed: 'tampered' } },
    replies: {
      200: json('What the kitchen made of it.', WebhookOutcome, limitHeaders),
    },
    refusals: ['malformed-request', ...writing, 'not-found', 'house-full'],
  },
}
