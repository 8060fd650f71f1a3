import * as z from 'zod'
import { longestReview } from './xss-choices'

/** No NUL, where the database stops reading, and no half of a character. */
const wholeText = /^[^\u0000\ud800-\udfff]*$/u

export const MarkedReview = z
  .strictObject({
    text: z
      .string()
      .min(1)
      .max(longestReview)
      .regex(wholeText)
      .meta({ description: 'Any text at all, markup included.' }),
  })
  .meta({ id: 'MarkedReview' })
export type MarkedReview = z.infer<typeof MarkedReview>

/** The review as it was kept, and a page that was joined around it. */
export const JoinedPage = z
  .strictObject({
    text: z.string(),
    session: z.string().meta({
      description: 'What the joined page holds of its own: good for nothing.',
    }),
    page: z.string().meta({
      description:
        'HTML with the review in it as it was typed. Never to be shown but in a frame without an origin.',
    }),
  })
  .meta({ id: 'JoinedPage' })
export type JoinedPage = z.infer<typeof JoinedPage>
