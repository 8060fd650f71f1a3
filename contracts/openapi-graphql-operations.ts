import { GraphQLAnswer, GraphQLQuestion } from './graphql'
import {
  inHeader,
  inQuery,
  reading,
  text,
  traceparent,
  writing,
} from './openapi-parameters'
import { json, limitHeaders, type Json, type Operation } from './openapi-parts'
import { refTo } from './openapi-schemas'

const example = {
  query:
    '{ orders(first: 3) { items { id status total { amount } restaurant { name open } } } }',
}

/** The same schema as both media types of GraphQL over HTTP. */
function answer(description: string, headers: Json = {}): Json {
  const schema = { schema: refTo(GraphQLAnswer) }
  return {
    ...json(description, GraphQLAnswer, headers),
    content: {
      'application/json': schema,
      'application/graphql-response+json': schema,
    },
  }
}

const answers = {
  200: answer(
    'The answer. A refused change is a `Problem` in its data. For a client that accepts only `application/json`, mistakes in the question come as 200, too.',
    limitHeaders,
  ),
  400: answer('The question makes no sense, or asks for too much.'),
}

/** Catalogue and orders once more, in the shape that the client asks for. */
export const graphqlOperations: Record<string, Operation> = {
  'GET /api/graphql': {
    tag: 'GraphQL',
    id: 'askByGet',
    summary: 'Ask',
    description:
      'A query as the GraphQL over HTTP specification has it. Changes come by POST only. The schema can be asked for.',
    parameters: [
      { ...inQuery('query', 'The question.', text()), required: true },
      inQuery('operationName', 'Which of several.', text()),
      inQuery('variables', 'An object, as JSON.', text()),
      traceparent,
    ],
    replies: {
      ...answers,
      405: answer('Changes come by POST.', {
        Allow: { description: 'The methods there are.', schema: text() },
      }),
    },
    refusals: [...reading],
  },
  'POST /api/graphql': {
    tag: 'GraphQL',
    id: 'ask',
    summary: 'Ask, or change something',
    description:
      'One change a request: it is carried out whole, with the rules of the other doors, or not at all. A question may have 8 levels, 300 fields, 20 aliases, 20 directives, 1,000 tokens and a guessed 5,000 values.',
    parameters: [
      inHeader(
        'Idempotency-Key',
        'For a change: sent again with the same body, it gets the first reply again, byte for byte, for 24 hours.',
        text({ minLength: 1, maxLength: 255, pattern: '^[\\x20-\\x7e]+$' }),
      ),
      traceparent,
    ],
    body: { schema: GraphQLQuestion, example },
    replies: answers,
    refusals: [
      ...writing.filter((slug) => slug !== 'validation-failed'),
      'malformed-idempotency-key',
      'idempotency-key-reused',
      'quota-exceeded',
      'storage-full',
      'house-full',
    ],
  },
}
