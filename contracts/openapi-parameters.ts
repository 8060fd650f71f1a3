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
export const reading: ProblemSlug[] = [
  'not-signed-in',
  'sandbox-expired',
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
