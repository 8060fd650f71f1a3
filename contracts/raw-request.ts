import * as z from 'zod'
import { longestText } from './raw-message'

/** A message as it is to be written to the connection, line ends included. */
export const RawMessage = z
  .strictObject({
    text: z.string().min(1).max(longestText).meta({
      description:
        'Written to the connection as it is, in UTF-8. {your cookie}, {your token}, {body length} and {17000 letters} are filled in.',
    }),
  })
  .meta({ id: 'RawMessage' })
export type RawMessage = z.infer<typeof RawMessage>

const bytes = z.string().meta({
  description:
    'One character for each byte (ISO 8859-1). A secret is as many asterisks.',
})
const time = z.number().nullable()

/** One connection: what went out, what came back, and how it ended. */
export const RawExchange = z
  .strictObject({
    sent: bytes,
    received: bytes,
    firstByteMs: time.meta({
      description: 'From the last byte out to the first byte in.',
    }),
    lastByteMs: time,
    ending: z.enum(['answered', 'closed', 'silent', 'too-long']).meta({
      description:
        'Who ended it: we did after a whole answer, the server closed it, nothing more came in time, or more came than is read here.',
    }),
  })
  .meta({ id: 'RawExchange' })
export type RawExchange = z.infer<typeof RawExchange>
