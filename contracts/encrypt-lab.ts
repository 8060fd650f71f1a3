import * as z from 'zod'
import { longestNote } from './encrypt-choices'

/** No NUL, where the database stops reading, and no half of a character. */
const wholeText = /^[^\u0000\ud800-\udfff]*$/u

/** A note for the courier, as it is or sealed by whoever wrote it. */
export const CourierNote = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('open'),
      note: z.string().min(1).max(longestNote).regex(wholeText),
    }),
    z.strictObject({
      kind: z.literal('sealed'),
      nonce: z.base64url().length(16).meta({
        description: 'Twelve bytes that are used once (AES-GCM).',
      }),
      note: z.base64url().min(20).max(700).meta({
        description: 'Ciphertext and its tag. The key is not here.',
      }),
    }),
  ])
  .meta({ id: 'CourierNote' })
export type CourierNote = z.infer<typeof CourierNote>

/** What the database has, what the disk has, and what a line would carry. */
export const KeptCourierNote = z
  .strictObject({
    row: z.strictObject({ nonce: z.string().nullable(), note: z.string() }),
    disk: z.base64().meta({
      description: 'Every byte of the database file, which is gone since.',
    }),
    line: z.base64().meta({
      description:
        'The same note on its way through TLS, as a listener has it.',
    }),
  })
  .meta({ id: 'KeptCourierNote' })
export type KeptCourierNote = z.infer<typeof KeptCourierNote>
