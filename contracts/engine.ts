import * as z from 'zod'

export const SignIn = z
  .strictObject({
    name: z.string().min(1).max(40),
    password: z.string().min(1).max(64),
  })
  .meta({ id: 'SignIn' })
export type SignIn = z.infer<typeof SignIn>

export const SignedIn = z
  .strictObject({ name: z.string(), expiresAt: z.iso.datetime() })
  .meta({ id: 'SignedIn' })
export type SignedIn = z.infer<typeof SignedIn>

/** No NUL, where the database stops reading, and no half of a character. */
const wholeText = /^[^\u0000\ud800-\udfff]*$/u

export const NewReview = z
  .strictObject({
    dish: z
      .string()
      .min(1)
      .max(64)
      .meta({
        description: 'The id of a dish on a menu.',
        examples: ['miso-ramen'],
      }),
    text: z
      .string()
      .trim()
      .min(1)
      .max(280)
      .regex(wholeText)
      .meta({ description: 'What the guest thinks of it, in plain text.' }),
  })
  .meta({ id: 'NewReview' })
export type NewReview = z.infer<typeof NewReview>

export const Review = z
  .strictObject({
    dish: z.strictObject({ id: z.string(), name: z.string() }),
    text: z.string(),
    writtenAt: z.iso.datetime(),
  })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof Review>
