import * as z from 'zod'

/** A problem document, application/problem+json (RFC 9457). */
export const Problem = z
  .looseObject({
    type: z
      .string()
      .meta({ description: 'The address of the page that explains it.' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'What is wrong this time.' }),
    instance: z.string().meta({ description: 'The path that was asked.' }),
    traceId: z
      .string()
      .optional()
      .meta({ description: 'The trace of the refused request.' }),
    errors: z
      .array(z.strictObject({ pointer: z.string(), detail: z.string() }))
      .optional()
      .meta({ description: 'Each place that is wrong, by JSON pointer.' }),
    allowed: z
      .array(z.string())
      .optional()
      .meta({ description: 'Where an order may go from here.' }),
    freshness: z
      .literal('unknown')
      .optional()
      .meta({ description: 'Of a weather that nobody knows.' }),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
