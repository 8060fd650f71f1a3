import * as z from 'zod'
import { webhookDeeds } from './webhook-deeds'

export const WebhookTrial = z
  .strictObject({ deed: z.enum(webhookDeeds) })
  .meta({ id: 'WebhookTrial' })
export type WebhookTrial = z.infer<typeof WebhookTrial>

/** What was sent, what the kitchen answered, and what it printed. */
export const WebhookOutcome = z
  .strictObject({
    headers: z.array(z.tuple([z.string(), z.string()])),
    body: z.string(),
    answers: z.array(z.int()).meta({
      description: 'The status of each reply; 0 where there was none.',
    }),
    tickets: z.int().min(0).meta({
      description: 'How many tickets of this message the kitchen has.',
    }),
  })
  .meta({ id: 'WebhookOutcome' })
export type WebhookOutcome = z.infer<typeof WebhookOutcome>
