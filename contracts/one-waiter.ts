import * as z from 'zod'
import { servingWays } from './serving-ways'

export const ServingWay = z.enum(servingWays)

const runId = z.string().regex(/^[a-z0-9]{8,32}$/)

/** What a request of a run says in its address. */
export const Serving = z.strictObject({
  way: ServingWay,
  run: runId,
  number: z
    .string()
    .regex(/^([1-9]|1\d|2[0-4])$/)
    .transform(Number),
})
export type Serving = z.infer<typeof Serving>

export const RunName = z.strictObject({ run: runId })

export const Served = z
  .strictObject({
    number: z.int(),
    waitedMs: z.number().meta({
      description: 'From the handler’s first line until the work began.',
    }),
    workMs: z.number().meta({ description: 'How long the work itself took.' }),
    metres: z.int().nullable().meta({
      description: 'What was computed; null for the handler that waits.',
    }),
  })
  .meta({ id: 'Served' })
export type Served = z.infer<typeof Served>

export const ServingReport = z
  .strictObject({
    served: z.int().meta({ description: 'How many requests the run had.' }),
    everyMs: z.number().meta({
      description: 'How often a timer was to look at the clock.',
    }),
    late: z.array(z.tuple([z.number(), z.number()])).meta({
      description:
        'Each time the timer came: milliseconds since the run began, and by how many it was late.',
    }),
  })
  .meta({ id: 'ServingReport' })
export type ServingReport = z.infer<typeof ServingReport>

export const Bystander = z
  .strictObject({ now: z.iso.datetime() })
  .meta({ id: 'Bystander' })
