import * as z from 'zod'
import { moments } from './moments'

export const Moment = z.enum(moments)
export type Moment = z.infer<typeof Moment>

/** Each statement on its own, or both in one transaction. */
export const Way = z.enum(['alone', 'together'])
export type Way = z.infer<typeof Way>

/** Where the reader has the power go. */
export const PowerCut = z
  .strictObject({
    moment: Moment.meta({
      description:
        'Before the first write, between the two, after the second and before COMMIT, or after COMMIT.',
    }),
  })
  .meta({ id: 'PowerCut' })
export type PowerCut = z.infer<typeof PowerCut>

/** What the two tables hold. */
export const Drawers = z.strictObject({
  portions: z.int().meta({ description: 'Portions of the dish on the shelf.' }),
  orders: z.int().meta({ description: 'Rows in the table of orders.' }),
})
export type Drawers = z.infer<typeof Drawers>

export const CutOutcome = z
  .strictObject({
    sent: z.array(z.string()).meta({
      description: 'The statements that were carried out before the signal.',
    }),
    pid: z.int().meta({ description: 'The process that was killed.' }),
    signal: z.string().meta({ description: 'What ended it, as it ended.' }),
    aliveMs: z.number().meta({ description: 'From its start to its end.' }),
    own: Drawers.meta({
      description: 'What the process itself saw before it was killed.',
    }),
    others: Drawers.meta({
      description: 'What another connection saw at that moment.',
    }),
    log: z
      .strictObject({ bytes: z.int(), pages: z.int(), committed: z.int() })
      .meta({
        description:
          'The write-ahead log as the process left it: its size, the pages in it, and how many of them a commit covers.',
      }),
    left: Drawers.meta({ description: 'What is there after the restart.' }),
    integrity: z.string().meta({
      description: 'What PRAGMA integrity_check says of it.',
    }),
    reopenMs: z.number().meta({
      description: 'How long it took to open the file again and read it.',
    }),
  })
  .meta({ id: 'CutOutcome' })
export type CutOutcome = z.infer<typeof CutOutcome>

/** The same order, cut at the same moment, written in both ways. */
export const PowerCutReport = z
  .strictObject({
    moment: Moment,
    program: z.string().meta({ description: 'The program that was killed.' }),
    alone: CutOutcome,
    together: CutOutcome,
  })
  .meta({ id: 'PowerCutReport' })
export type PowerCutReport = z.infer<typeof PowerCutReport>
