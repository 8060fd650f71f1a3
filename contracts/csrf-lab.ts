import * as z from 'zod'
import { forgeryDoors, sameSites } from './csrf-choices'

export const ForgeryTrial = z
  .strictObject({
    sameSite: z.enum(sameSites).meta({
      description: 'The attribute of the cookie that the browser is given.',
    }),
  })
  .meta({ id: 'ForgeryTrial' })
export type ForgeryTrial = z.infer<typeof ForgeryTrial>

/** What a forged request asks for. */
export const ForgedWish = z
  .strictObject({ email: z.email().max(60) })
  .meta({ id: 'ForgedWish' })
export type ForgedWish = z.infer<typeof ForgedWish>

const experiment = z.strictObject({
  door: z.enum(forgeryDoors),
  path: z.string().meta({ description: 'Where to send something to it.' }),
  arrived: z
    .array(z.tuple([z.string(), z.string()]))
    .nullable()
    .meta({
      description: 'What of the last request arrived; null while nothing has.',
    }),
  email: z.string().nullable().meta({
    description: 'The address after it; null while none was changed.',
  }),
  traceId: z.string().nullable(),
})

/** The two doors of the lab, and what has arrived at them. */
export const Forgeries = z
  .strictObject({ doors: z.array(experiment) })
  .meta({ id: 'Forgeries' })
export type Forgeries = z.infer<typeof Forgeries>
export type Experiment = Forgeries['doors'][number]
