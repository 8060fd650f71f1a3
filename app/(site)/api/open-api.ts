import * as z from 'zod'
import { openApiDocument } from '@/contracts/openapi'

/** What this page reads of JSON Schema 2020-12. */
export type Schema = {
  $ref?: string | undefined
  type?: string | string[] | undefined
  properties?: Record<string, Schema> | undefined
  required?: string[] | undefined
  /** False where a tuple has no more than its first items. */
  items?: Schema | boolean | undefined
  prefixItems?: Schema[] | undefined
  additionalProperties?: Schema | boolean | undefined
  anyOf?: Schema[] | undefined
  oneOf?: Schema[] | undefined
  enum?: unknown[] | undefined
  const?: unknown
  format?: string | undefined
  pattern?: string | undefined
  minimum?: number | undefined
  maximum?: number | undefined
  minLength?: number | undefined
  maxLength?: number | undefined
  minItems?: number | undefined
  maxItems?: number | undefined
  default?: unknown
  examples?: unknown[] | undefined
  description?: string | undefined
}

const Schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    properties: z.record(z.string(), Schema).optional(),
    required: z.array(z.string()).optional(),
    items: z.union([z.boolean(), Schema]).optional(),
    prefixItems: z.array(Schema).optional(),
    additionalProperties: z.union([z.boolean(), Schema]).optional(),
    anyOf: z.array(Schema).optional(),
    oneOf: z.array(Schema).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    format: z.string().optional(),
    pattern: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    maxItems: z.number().optional(),
    default: z.unknown().optional(),
    examples: z.array(z.unknown()).optional(),
    description: z.string().optional(),
  }),
)

const Header = z.object({
  $ref: z.string().optional(),
  description: z.string().optional(),
  example: z.string().optional(),
})
const Content = z.record(
  z.string(),
  z.object({
    schema: Schema,
    example: z.unknown().optional(),
    examples: z.record(z.string(), z.unknown()).optional(),
  }),
)
const Reply = z.object({
  description: z.string(),
  headers: z.record(z.string(), Header).default({}),
  content: Content.default({}),
})
const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string(),
  schema: Schema,
  example: z.union([z.string(), z.number()]).transform(String).optional(),
})
const Operation = z.object({
  tags: z.array(z.string()).length(1),
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(z.string(), Reply),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
})

/** What this page reads of an OpenAPI 3.1 document. */
const OpenApi = z.object({
  openapi: z.string().startsWith('3.1'),
  info: z.object({ title: z.string(), version: z.string() }),
  servers: z.array(z.object({ url: z.string() })).min(1),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.record(z.string(), Schema),
    headers: z.record(z.string(), Header),
  }),
})

export type OpenApi = z.infer<typeof OpenApi>
export type Operation = z.infer<typeof Operation>
export type Parameter = z.infer<typeof Parameter>
export type Reply = z.infer<typeof Reply>

/** The contract as anybody reads it. What this page cannot tell ends the build. */
export function readOpenApi(server: string, version: string): OpenApi {
  return OpenApi.parse(
    JSON.parse(JSON.stringify(openApiDocument(server, version))),
  )
}

/** `#/components/schemas/Order` is called `Order`. */
export function nameOf(reference: string): string {
  return reference.split('/').at(-1) ?? ''
}
