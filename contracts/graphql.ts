import * as z from 'zod'

/** A question as it travels (GraphQL over HTTP, section 5.1). */
export const GraphQLQuestion = z
  .object({
    query: z.string().meta({ description: 'The question, in GraphQL.' }),
    operationName: z.string().nullish(),
    variables: z.record(z.string(), z.unknown()).nullish(),
    extensions: z.record(z.string(), z.unknown()).nullish(),
  })
  .meta({ id: 'GraphQLQuestion' })

/** An answer: what was found, and what is wrong with the question. */
export const GraphQLAnswer = z
  .object({
    data: z.record(z.string(), z.unknown()).nullish(),
    errors: z
      .array(
        z.object({
          message: z.string(),
          locations: z
            .array(z.object({ line: z.int(), column: z.int() }))
            .optional(),
          path: z.array(z.union([z.string(), z.int()])).optional(),
          extensions: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'GraphQLAnswer' })
