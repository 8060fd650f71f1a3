import * as z from 'zod'
import { longestToken, tokenDeeds, tokenFormats } from './jwt-lab-choices'

/** Which token is wanted, and what is to be wrong with it. */
export const SpecimenWish = z
  .strictObject({ format: z.enum(tokenFormats), deed: z.enum(tokenDeeds) })
  .meta({ id: 'SpecimenWish' })
export type SpecimenWish = z.infer<typeof SpecimenWish>

export const Specimen = z
  .strictObject({
    token: z.string(),
    publicKey: z.string().meta({
      description: 'By which anybody can check our PASETOs, as a PASERK.',
    }),
    sealed: z.string().meta({
      description:
        'The same claims, encrypted (v4.local). No door takes it for a token.',
    }),
  })
  .meta({ id: 'Specimen' })
export type Specimen = z.infer<typeof Specimen>

/** A token to be judged, whoever made it. */
export const TokenTrial = z
  .strictObject({ token: z.string().min(1).max(longestToken) })
  .meta({ id: 'TokenTrial' })
export type TokenTrial = z.infer<typeof TokenTrial>

/** Of a token that was proven: there is no such reply for any other. */
export const ProvenTrial = z
  .strictObject({
    isYours: z.boolean().meta({ description: 'It names your own sandbox.' }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'ProvenTrial' })
export type ProvenTrial = z.infer<typeof ProvenTrial>

/** What can be told of a session cookie by whoever has no key to it. */
export const SessionCookie = z
  .strictObject({
    name: z.string(),
    /** Null where the browser sent none: nobody is signed in. */
    found: z
      .strictObject({
        characters: z.int(),
        masked: z.string(),
        header: z.string().meta({
          description: 'The only part that is not encrypted, decoded.',
        }),
        parts: z.array(z.int()).meta({
          description: 'How many characters each part has, in their order.',
        }),
      })
      .nullable(),
  })
  .meta({ id: 'SessionCookie' })
export type SessionCookie = z.infer<typeof SessionCookie>
