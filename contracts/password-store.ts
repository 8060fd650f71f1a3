import * as z from 'zod'
import { costs, longestPassword } from './password-store-choices'

const cost = z.literal([...costs]).meta({
  description: 'N of scrypt as a power of two; r is 8 and p is 3.',
})

export const PasswordTrial = z
  .strictObject({ cost })
  .meta({ id: 'PasswordTrial' })

/** A password that somebody made up. It is hashed, answered, and forgotten. */
export const OwnPassword = z
  .strictObject({ password: z.string().min(1).max(longestPassword), cost })
  .meta({ id: 'OwnPassword' })

const kept = {
  fast: z.string().meta({ description: 'SHA-256, in hexadecimal.' }),
  salt: z.string(),
  slow: z.string().meta({ description: 'scrypt, in hexadecimal.' }),
}

/** One row of the leaked table, in the three ways in which it could be kept. */
export const LeakedRow = z
  .strictObject({ name: z.string(), plain: z.string(), ...kept })
  .meta({ id: 'LeakedRow' })
export type LeakedRow = z.infer<typeof LeakedRow>

/** What a guesser did in the time it had. */
export const Guessing = z
  .strictObject({
    guesses: z.int().min(1),
    tookMs: z.number().min(0),
    found: z.array(
      z.strictObject({
        name: z.string(),
        guess: z.int().min(1).meta({ description: 'Which guess it was.' }),
        afterMs: z.number().min(0),
      }),
    ),
  })
  .meta({ id: 'Guessing' })
export type Guessing = z.infer<typeof Guessing>

export const PasswordRun = z
  .strictObject({
    rows: z.array(LeakedRow).min(1),
    words: z.int().min(1).meta({
      description: 'How many passwords the guesser’s list has.',
    }),
    hashingMs: z.number().min(0).meta({
      description: 'What one slow hash took where it was made.',
    }),
    fast: Guessing,
    slow: Guessing,
  })
  .meta({ id: 'PasswordRun' })
export type PasswordRun = z.infer<typeof PasswordRun>

export const OwnRow = z
  .strictObject({
    ...kept,
    place: z.int().min(1).nullable().meta({
      description: 'Its place in the list of usual passwords, if it is there.',
    }),
  })
  .meta({ id: 'OwnRow' })
export type OwnRow = z.infer<typeof OwnRow>
