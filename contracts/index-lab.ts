import * as z from 'zod'
import { runsEach, tableSizes } from './index-sizes'

export const IndexQuestion = z
  .strictObject({ rows: z.literal([...tableSizes]) })
  .meta({ id: 'IndexQuestion' })

const times = z.array(z.number().min(0)).max(runsEach)

const Way = z
  .strictObject({
    /** Line by line, as EXPLAIN QUERY PLAN says it. */
    plan: z.array(z.string()).min(1),
    /** What the plan proves to be read; null where it proves nothing. */
    rowsRead: z.int().min(0).nullable(),
    rowsFound: z.int().min(0),
    timesMs: times,
  })
  .meta({ id: 'IndexWay' })
export type IndexWay = z.infer<typeof Way>

/** The same question, asked many times in two tables with the same rows. */
export const IndexRun = z
  .strictObject({
    rows: z.int(),
    question: z.string(),
    without: Way,
    with: Way,
  })
  .meta({ id: 'IndexRun' })
export type IndexRun = z.infer<typeof IndexRun>

/** What it takes to write orders, with more and more indexes to keep. */
export const IndexCost = z
  .strictObject({
    ways: z.array(
      z.strictObject({ indexes: z.array(z.string()), timesMs: times }),
    ),
  })
  .meta({ id: 'IndexCost' })
export type IndexCost = z.infer<typeof IndexCost>
