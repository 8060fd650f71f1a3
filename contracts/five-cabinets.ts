import * as z from 'zod'

/** One statement that ran, and what the database answered. */
export const CabinetRun = z.strictObject({
  part: z.enum(['schema', 'write', 'query', 'change']).meta({
    description: 'What the statement is an example of.',
  }),
  sql: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string().nullable())),
  changed: z.int().meta({ description: 'How many rows it wrote.' }),
})
export type CabinetRun = z.infer<typeof CabinetRun>

/** One order, kept in a database of its own and found again. */
export const KeptOrder = z
  .strictObject({
    product: z.string(),
    version: z.string(),
    runs: z.array(CabinetRun),
  })
  .meta({ id: 'KeptOrder' })
export type KeptOrder = z.infer<typeof KeptOrder>
