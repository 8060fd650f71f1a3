import * as z from 'zod'

/** Visible signs, however an address is written: nothing is ever sent to it. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\p{C}]*$/u, 'no control characters')

export const NewAccount = z
  .strictObject({
    email: line(254).meta({
      description: 'Any name serves. Nothing is ever sent to it.',
    }),
    password: z.string().min(8).max(128).meta({
      description: '8 to 128 signs of any kind; the usual ones are refused.',
    }),
    name: line(60).optional(),
  })
  .meta({ id: 'NewAccount' })
export type NewAccount = z.infer<typeof NewAccount>

export const AccountView = z
  .strictObject({
    name: z.string().nullable(),
    email: z.string().nullable(),
    methods: z
      .array(z.string())
      .meta({ description: 'By which providers, or by password.' }),
  })
  .meta({ id: 'Account' })
export type AccountView = z.infer<typeof AccountView>

/** What a reader has read and answered, by chapter. */
export const KeptProgress = z
  .record(
    z.string().max(60),
    z.strictObject({
      sections: z.array(z.string().max(80)).max(60),
      answers: z.record(z.string().max(80), z.boolean()),
    }),
  )
  .meta({ id: 'Progress' })
export type KeptProgress = z.infer<typeof KeptProgress>
