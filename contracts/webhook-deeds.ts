/** What becomes of a signed message on its way to the kitchen. */
export const webhookDeeds = [
  'genuine',
  'tampered',
  'forged',
  'replayed',
  'late',
] as const
export type WebhookDeed = (typeof webhookDeeds)[number]

/** How old a message may be, in minutes; this one is older. */
export const lateMinutes = 10
