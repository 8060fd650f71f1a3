import type { Names } from './names'

export function labContract({ pascal }: Names): string {
  return `import * as z from 'zod'

/** What the reader gives to the lab. */
export const ${pascal}Wish = z
  .strictObject({ word: z.string().min(1).max(40) })
  .meta({ id: '${pascal}Wish' })
export type ${pascal}Wish = z.infer<typeof ${pascal}Wish>

/** What the server makes of it. */
export const ${pascal}Answer = z
  .strictObject({ word: z.string(), letters: z.int().min(0) })
  .meta({ id: '${pascal}Answer' })
export type ${pascal}Answer = z.infer<typeof ${pascal}Answer>
`
}

export function labOperations({ kebab, camel, pascal, words }: Names): string {
  return `import { ${pascal}Answer, ${pascal}Wish } from './${kebab}'
import { baggage, traceparent, writing } from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'

/** What the lab asks of the backend. */
export const ${camel}Operations: Record<string, Operation> = {
  'POST /api/labs/${kebab}': {
    tag: 'Labs',
    id: 'answer${pascal}',
    summary: 'Answer ${words}',
    description: 'Counts the letters of a word.',
    parameters: [traceparent, baggage],
    body: { schema: ${pascal}Wish, example: { word: 'ramen' } },
    replies: { 200: json('The answer.', ${pascal}Answer, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
}
`
}
