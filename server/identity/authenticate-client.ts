import { timingSafeEqual } from 'node:crypto'
import { OAuthError } from '@/server/http/errors'
import { findClient, type Client } from './clients'
import { hashOf } from './hash-of'

type Claimed = { id: string | undefined; secret: string | undefined }

/**
 * Which client is asking: by HTTP Basic or by parameters, one of the two
 * (RFC 6749, section 2.3.1). A public client only names itself; what it brings
 * instead of a secret is the code verifier.
 */
export function authenticateClient(
  headers: Headers,
  form: ReadonlyMap<string, string>,
): Client {
  const claimed = claimIn(headers, form)
  const client = findClient(claimed.id)
  if (!client || !isRight(client, claimed.secret))
    throw new InvalidClientError('The client is not known, or its secret is.')
  return client
}

function claimIn(headers: Headers, form: ReadonlyMap<string, string>): Claimed {
  const inForm = {
    id: form.get('client_id'),
    secret: form.get('client_secret'),
  }
  const header = headers.get('authorization')
  if (header === null) return inForm

  const [, encoded = ''] = /^Basic +([\w+/]+=*)$/i.exec(header) ?? []
  const [id, secret] = Buffer.from(encoded, 'base64')
    .toString()
    .split(':')
    .map(decode)
  const isOther = inForm.id !== undefined && inForm.id !== id
  if (inForm.secret !== undefined || isOther)
    throw new OAuthError('invalid_request', 'Authenticate in one way only.')
  return { id, secret }
}

/** Both halves are encoded as in a form before they are joined. */
function decode(text: string): string {
  const query = `value=${text.replaceAll('&', '%26')}`
  return new URLSearchParams(query).get('value') ?? ''
}

/** In equal time: how much of a guess is right must not be measurable. */
function isRight({ secret }: Client, claimed: string | undefined): boolean {
  if (secret === null) return claimed === undefined
  return (
    claimed !== undefined && timingSafeEqual(hashOf(secret), hashOf(claimed))
  )
}

export class InvalidClientError extends OAuthError {
  override name = 'InvalidClientError'
  constructor(description: string) {
    super('invalid_client', description, {
      status: 401,
      headers: { 'WWW-Authenticate': 'Basic realm="identity"' },
    })
  }
}
