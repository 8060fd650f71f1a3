import { context } from '@opentelemetry/api'
import { visitOf } from '@/tracing/visit'
import { OAuthError } from './errors'
import { readText } from './read-json'
import { noteSecretParameters } from './secret-parameters'

/** Parameters by name. One that was sent without a value was not sent. */
export type Form = ReadonlyMap<string, string>

/**
 * Reads the parameters of a request: those of its body, a form, or those of
 * the query where it has no body. None may come twice (RFC 6749, section 3.1):
 * two readers could each take another one for the right one.
 */
export async function readForm(request: Request): Promise<Form> {
  const form = new Map<string, string>()
  for (const [name, value] of await parametersOf(request)) {
    if (form.has(name))
      throw new OAuthError('invalid_request', 'A parameter was sent twice.')
    form.set(name, value)
  }
  return new Map([...form].filter(([, value]) => value !== ''))
}

async function parametersOf(request: Request): Promise<URLSearchParams> {
  const { searchParams } = new URL(request.url)
  if (request.method === 'GET' || request.method === 'HEAD') return searchParams

  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    throw new OAuthError(
      'invalid_request',
      'The body has to be application/x-www-form-urlencoded.',
    )
  const parameters = new URLSearchParams(await readText(request))
  noteSecretParameters(visitOf(context.active()), parameters)
  return parameters
}
