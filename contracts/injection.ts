import * as z from 'zod'
import { longestWords, searchWays, type CagedTable } from './injection-cage'

export const DishSearch = z
  .strictObject({
    way: z.enum(searchWays).meta({
      description:
        'joined: the words become a part of the statement. parameter: they travel beside it.',
    }),
    words: z.string().max(longestWords).meta({
      description: 'What is searched for, exactly as it was typed.',
    }),
  })
  .meta({ id: 'DishSearch' })
export type DishSearch = z.infer<typeof DishSearch>

const Cells = z.array(z.string().nullable())

export const CagedResult = z.strictObject({
  sql: z.string().meta({ description: 'One statement, as SQLite read it.' }),
  columns: z.array(z.string()),
  rows: z.array(Cells),
  hasMore: z.boolean().meta({ description: 'Whether more rows were to come.' }),
})
export type CagedResult = z.infer<typeof CagedResult>

const Table = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.array(Cells),
  count: z.int(),
}) satisfies z.ZodType<CagedTable>

export const CagedEnd = z.enum(['done', 'error', 'time', 'memory'])

/** What came of one search in the cage. */
export const CagedAnswer = z
  .strictObject({
    statement: z.string().meta({ description: 'What the database was sent.' }),
    parameters: z.array(z.string()).meta({
      description: 'What travelled beside the statement.',
    }),
    results: z.array(CagedResult).meta({
      description: 'One for each statement that SQLite found in the text.',
    }),
    end: CagedEnd.meta({
      description:
        'done: to the end. error: SQLite refused. time: the cage was ended. memory: SQLite ran out of it.',
    }),
    message: z.string().nullable().meta({
      description: 'What SQLite said, where it refused.',
    }),
    tables: z.array(Table).nullable().meta({
      description: 'All tables afterwards; null when the cage was ended.',
    }),
    ranMs: z.number().meta({ description: 'How long the text ran.' }),
  })
  .meta({ id: 'CagedAnswer' })
export type CagedAnswer = z.infer<typeof CagedAnswer>
