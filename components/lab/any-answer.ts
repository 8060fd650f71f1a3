import { ApiProblemError } from '../api-errors'
import { parseJson } from '../parse-json'
import { isProblem } from '../read-reply'
import { exchange, responseMessage } from '../send-request'

/**
 * One request and its answer, where every status is an answer that the lab
 * wants to show. Only that the sandbox has been cleared is thrown, since then
 * another one is to be opened.
 */
export async function anyAnswer(path: string, init: RequestInit) {
  const answer = await exchange(path, init)
  const { response, text } = answer
  const problem = response.status === 401 ? parseJson(text) : null
  if (isProblem(problem) && problem.type.endsWith('/sandbox-expired'))
    throw new ApiProblemError(problem, null, responseMessage(response, text))
  return answer
}
