import { faultPrefix, faultRules } from './faults'
import type { Json } from './openapi-parts'
import type { ProblemSlug } from './problems'

export const text = (schema: Json = {}) => ({ type: 'string', ...schema })

export const inPath = (name: string, description: string, example: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: text(),
  example,
})
export const inHeader = (name: string, description: string, schema: Json) => ({
  name,
  in: 'header',
  required: false,
  description,
  schema,
})
export const inQuery = (name: string, description: string, schema: Json) => ({
  name,
  in: 'query',
  required: false,
  description,
  schema,
})

/** The page of a list that is wanted. */
export const paging = (what: string) => [
  inQuery('limit', `${what} a page.`, {
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 20,
  }),
  inQuery('cursor', 'Where the page begins, from the Link field.', text()),
]

export const order = inPath('id', 'The order.', 'ord_6f1d0c2b9e8a47f3a1b2c3d4')
export const ifNoneMatch = inHeader(
  'If-None-Match',
  'The validator you have; answered by 304 when it is still right.',
  text(),
)
export const traceparent = inHeader(
  'traceparent',
  'W3C Trace Context: this request becomes a part of that trace.',
  text({
    examples: ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
  }),
)
/** Every fault with what it does, as the document tells it. */
const faultList = Object.entries(faultRules)
  .map(
    ([name, { most, meaning }]) =>
      `- \`${faultPrefix}${name}\`, ${most === 1 ? '1' : `1 to ${most}`}: ${meaning}`,
  )
  .join('\n')

export const baggage = inHeader(
  'baggage',
  `W3C Baggage. Members that begin with \`${faultPrefix}\` make something go wrong with this very request, in your own sandbox only. Unknown ones are ignored; a value that a known one cannot have is 400.\n${faultList}`,
  text({ maxLength: 8192, examples: ['fault.db-slow=800'] }),
)
export const reading: ProblemSlug[] = [
  'not-signed-in',
  'sandbox-expired',
  'place-ended',
  'too-many-requests',
]
export const writing: ProblemSlug[] = [
  'malformed-json',
  ...reading,
  'cross-site-write',
  'body-too-large',
  'unsupported-media-type',
  'validation-failed',
]
