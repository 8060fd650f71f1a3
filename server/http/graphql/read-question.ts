import { getOperationAST, parse } from 'graphql'
import { readText, requireJson } from '@/server/http/read-json'
import { maxTokens } from './require-modest'

/**
 * The text of a question, and whether it asks for a change. 413 when it is too
 * large, 415 when it is no JSON: a form of another site could send anything
 * else unasked. What is wrong with it otherwise is told by the answer, in the
 * way of GraphQL; until then it counts as a question that changes nothing.
 */
export async function readQuestion(
  request: Request,
): Promise<{ text: string; isChange: boolean }> {
  requireJson(request)
  const text = await readText(request)
  try {
    const { query, operationName } = JSON.parse(text) as {
      query: string
      operationName?: string
    }
    const document = parse(query, { maxTokens, noLocation: true })
    const operation = getOperationAST(document, operationName)
    return { text, isChange: operation?.operation === 'mutation' }
  } catch {
    return { text, isChange: false }
  }
}
