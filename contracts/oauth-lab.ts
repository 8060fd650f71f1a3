import * as z from 'zod'
import { attackedHouses, protections } from './oauth-lab-choices'

/** Which attack, and on whom. The twin lacks the protection against it. */
export const OauthTrial = z
  .strictObject({
    protection: z.enum(protections),
    house: z.enum(attackedHouses),
  })
  .meta({ id: 'OauthTrial' })
export type OauthTrial = z.infer<typeof OauthTrial>

/** In whose browser somebody is signed in now, and as whom. */
export const OauthOutcome = z
  .strictObject({
    browser: z.enum(['guest', 'attacker']).meta({
      description: 'Whose browser was looked into after the attack.',
    }),
    signedInAs: z.string().nullable().meta({
      description: 'Null where nobody is signed in: the attack has failed.',
    }),
  })
  .meta({ id: 'OauthOutcome' })
export type OauthOutcome = z.infer<typeof OauthOutcome>
