import { endpoint } from './endpoint'
import { ProblemError } from './errors'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
type Handler = ReturnType<typeof endpoint>

/**
 * The methods a resource does not have: 405 with `Allow`, and `OPTIONS`, which
 * answers the same question politely (RFC 9110, sections 15.5.6 and 9.3.7).
 */
export function otherMethods(
  ...taken: Method[]
): Record<Method | 'OPTIONS', Handler> {
  const allow = [
    ...taken.flatMap((method) =>
      method === 'GET' ? ['GET', 'HEAD'] : [method],
    ),
    'OPTIONS',
  ].join(', ')
  const refuse = endpoint(
    async ({ request }) => {
      throw new ProblemError(
        'method-not-allowed',
        `${request.method} is not among them: ${allow}.`,
        { headers: { Allow: allow } },
      )
    },
    { credentials: 'none', isTraced: false },
  )
  const options = endpoint(
    async () => ({ status: 204, headers: { Allow: allow } }),
    { credentials: 'none', isTraced: false },
  )
  return {
    GET: refuse,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    OPTIONS: options,
  }
}
