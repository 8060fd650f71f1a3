import * as z from 'zod'

/** What the twin's provider gives for a code. */
export const TwinToken = z
  .strictObject({ access_token: z.string(), token_type: z.literal('Bearer') })
  .meta({ id: 'TwinToken' })

/** Who somebody is at the twin. */
export const TwinPerson = z
  .strictObject({ name: z.string() })
  .meta({ id: 'TwinPerson' })
