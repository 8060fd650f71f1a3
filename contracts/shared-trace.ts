import * as z from 'zod'
import { Trace } from './trace'

/** A public copy of a trace, as anybody may read it who has its id. */
export const SharedTrace = z
  .strictObject({
    id: z.string().meta({ examples: ['shr_0123456789abcdef0123456789abcdef'] }),
    sharedAt: z.iso.datetime(),
    ...Trace.shape,
  })
  .meta({ id: 'SharedTrace' })
export type SharedTrace = z.infer<typeof SharedTrace>

/** What sharing a trace answers with: the id of the copy, and its page. */
export const Share = z
  .strictObject({
    id: z.string().meta({ examples: ['shr_0123456789abcdef0123456789abcdef'] }),
    url: z.url(),
  })
  .meta({ id: 'Share' })
export type Share = z.infer<typeof Share>
