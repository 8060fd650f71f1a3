import * as z from 'zod'

/** How often the button was pressed, as the server keeps it. */
export const Tally = z
  .strictObject({ count: z.int().min(0) })
  .meta({ id: 'Tally' })
export type Tally = z.infer<typeof Tally>
