import * as z from 'zod'

export const Health = z
  .strictObject({
    status: z.enum(['ok', 'failing']),
    database: z.string().meta({ description: '`ok`, or what to do about it.' }),
    version: z.string(),
    schema: z.int().nullable(),
  })
  .meta({ id: 'Health' })
export type Health = z.infer<typeof Health>
