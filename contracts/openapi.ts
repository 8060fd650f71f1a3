import * as z from 'zod'
import { componentSchemas, refTo } from './openapi-schemas'
import type { ProblemSlug } from './problems'
import { operations } from './openapi-operations'
import {
  componentExamples,
  componentHeaders,
  refusalReplies,
  type Json,
  type Operation,
} from './openapi-parts'

const tags = [
  { name: 'Sandboxes', description: 'A Plateful of your own.' },
  { name: 'Restaurants', description: 'The shared catalogue, read-only.' },
  {
    name: 'Orders',
    description: 'What a guest asks for, and what becomes of it.',
  },
  {
    name: 'GraphQL',
    description: 'The catalogue and orders, in the shape that is asked for.',
  },
  { name: 'Deliveries', description: 'From the kitchen to the door.' },
  { name: 'Weather', description: 'What somebody else’s service says.' },
  { name: 'Members', description: 'A phone or a class joins a sandbox.' },
  { name: 'Events', description: 'What happens, as it happens.' },
  { name: 'Traces', description: 'How each request was served, span by span.' },
  { name: 'Kitchen', description: 'The restaurant’s own door.' },
  { name: 'Accounts', description: 'Who signs in keeps what they have.' },
  {
    name: 'Identity',
    description:
      'An identity provider by OpenID Connect, with this site as its client.',
  },
  { name: 'Labs', description: 'What single labs of this site ask for.' },
  { name: 'Site', description: 'The backend about itself.' },
]

/** This contract as an OpenAPI 3.1 document, from the schemas that validate. */
export function openApiDocument(server: string, version: string): Json {
  const paths: Record<string, Json> = {}
  const named = Object.values(operations).flatMap(refusalsOf)
  for (const [route, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = route.split(' ')
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: described(operation),
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Plateful, the backend of Back of House',
      summary: 'A food-delivery backend that shows how it works.',
      description:
        'Every request is served in a sandbox of its own, and every reply names the trace that it became. Errors are problem documents (RFC 9457).',
      version,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server, description: 'This site' }],
    tags,
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      schemas: componentSchemas(),
      headers: componentHeaders,
      examples: componentExamples(named),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'The token of `POST /api/sandboxes`, or of `POST /api/sandboxes/current/token`.',
        },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'sandbox',
          description:
            'Set for pages of this site; called `__Host-sandbox` over HTTPS.',
        },
        client: {
          type: 'http',
          scheme: 'basic',
          description: 'A client of the identity provider, by its secret.',
        },
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          description: 'An access token of the identity provider.',
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key that only this backend has.',
        },
        clock: {
          type: 'http',
          scheme: 'bearer',
          description: 'The `CRON_SECRET` of the deployment.',
        },
      },
    },
  }
}

/** What an operation may be refused for; some things may stop any of them. */
function refusalsOf({ refusals }: Operation): ProblemSlug[] {
  return [
    ...new Set([
      ...refusals,
      'internal-error',
      'busy',
      'database-too-slow',
      'not-configured',
    ] as const),
  ]
}

function described(operation: Operation): Json {
  const { tag, id, summary, description, parameters, body, replies } = operation
  return {
    tags: [tag],
    operationId: id,
    summary,
    description,
    ...(parameters ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: body.isOptional !== true,
            content: {
              [body.isForm
                ? 'application/x-www-form-urlencoded'
                : 'application/json']: {
                schema: refTo(body.schema),
                example: body.example,
              },
            },
          },
        }
      : {}),
    responses: together(replies, refusalReplies(refusalsOf(operation))),
    ...(operation.security
      ? { security: operation.security }
      : operation.isOpen
        ? { security: [] }
        : {}),
  }
}

/** One status may be a reply of the door's own and a refusal as well. */
function together(replies: Record<string, Json>, refusals: Json): Json {
  const all: Json = { ...replies, ...refusals }
  for (const [status, reply] of Object.entries(replies)) {
    const refusal = Response.safeParse(refusals[status])
    if (!refusal.success) continue
    const { description, headers, content } = refusal.data
    const own = Response.parse(reply)
    all[status] = {
      description: `${own.description} Or: ${description}.`,
      headers: { ...own.headers, ...headers },
      content: { ...own.content, ...content },
    }
  }
  return all
}

const Response = z.object({
  description: z.string(),
  headers: z.record(z.string(), z.unknown()).optional(),
  content: z.record(z.string(), z.unknown()).optional(),
})
