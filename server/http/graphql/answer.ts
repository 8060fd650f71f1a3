import { getOperationAST, GraphQLError, type DocumentNode } from 'graphql'
import { createSchema, createYoga, type Plugin } from 'graphql-yoga'
import type { Reply } from '@/contracts/http'
import type { Database } from '@/db/client'
import { ProblemError } from '@/server/http/errors'
import { carryOut, lookUp } from './carry-out'
import { makeLookups } from './lookups'
import { maxTokens, requireModest } from './require-modest'
import { resolvers } from './resolvers'
import type { Changes, Sources } from './sources'
import { typeDefs } from './type-defs'
import type { Visit } from './visit'

const schema = createSchema<Visit>({ typeDefs, resolvers })

/** Looks at a question before anything is looked up, and at each change. */
const ownRules: Plugin<object, Visit, Visit> = {
  onParse({ params }) {
    params.options = { ...params.options, maxTokens }
    return ({ result }: { result: DocumentNode | Error | null }) => {
      if (result && 'kind' in result) requireModest(result, schema)
    }
  },
  onExecute({ args, executeFn, setExecuteFn }) {
    const operation = getOperationAST(args.document, args.operationName)
    const isChange = operation?.operation === 'mutation'
    setExecuteFn((given) =>
      isChange ? carryOut(given, executeFn) : lookUp(given, executeFn),
    )
  },
}

const yoga = createYoga<Visit, object>({
  schema,
  plugins: [ownRules],
  graphqlEndpoint: '/api/graphql',
  graphiql: false,
  landingPage: false,
  multipart: false,
  cors: false,
  logging: false,
  maskedErrors: { maskError: told },
})

/**
 * Answers a question over HTTP as the GraphQL over HTTP specification says. A
 * mistake in the question is an error in the answer; what breaks on our side
 * is thrown, and answered as behind every other door.
 */
export async function answer(
  request: Request,
  asked: {
    db: Database
    sources: Sources
    /** The body, where there is one. */
    text?: string | undefined
    changes?: Changes
  },
): Promise<Reply> {
  const { db, sources, text = null, changes } = asked
  const { url, headers } = request
  // HEAD is answered as GET is; only the body stays away.
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const outcome: Visit['outcome'] = {}
  const accept = headers.get('accept') ?? ''
  const lookups = makeLookups(db, sources)
  const response = await yoga.handleRequest(
    new Request(url, { method, headers, body: text }),
    { db, sources, changes, lookups, accept, outcome },
  )
  if (outcome.failure) throw outcome.failure
  return outcome.reply ?? replyOf(response)
}

async function replyOf(response: Response): Promise<Reply> {
  const headers: Record<string, string> = {}
  for (const name of ['content-type', 'allow']) {
    const value = response.headers.get(name)
    if (value) headers[name] = value
  }
  return { status: response.status, headers, text: await response.text() }
}

/** A problem keeps its words; of anything else nothing is told. */
function told(error: unknown, message: string): Error {
  if (!(error instanceof GraphQLError)) return new GraphQLError(message)
  const cause = error.originalError
  if (!cause || cause instanceof GraphQLError) return error
  if (!(cause instanceof ProblemError)) return new GraphQLError(message)
  const { slug, status } = cause
  const { nodes, path } = error
  return new GraphQLError(cause.message, {
    ...(nodes ? { nodes } : {}),
    ...(path ? { path } : {}),
    extensions: { problem: slug, status },
  })
}
