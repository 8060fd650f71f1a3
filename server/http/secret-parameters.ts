import { masked, type Visit } from '@/tracing/visit'

/** Parameters of OAuth, and fields of our forms, whose values are secret. */
const names = [
  'code',
  'code_verifier',
  'client_secret',
  'access_token',
  'refresh_token',
  'id_token',
  'id_token_hint',
  'password',
  'csrfToken',
]
const isSecret = new Set(names)
const inForm = new RegExp(`(?<![\\w-])(${names.join('|')})=([^&\\s#"]+)`, 'g')
const tokenInJson = /"(?:\w+_t|csrfT)oken":"([^"]+)"/g
/** A token that a body carries under its own name, whoever made it. */
const bodyToken = /("token"\s*:\s*")((?:[^"\\]|\\.)+)"/g

/** Notes the secrets among parameters before any of them enters a span. */
export function noteSecretParameters(
  visit: Visit | undefined,
  parameters: Iterable<[string, string]>,
): void {
  for (const [name, value] of parameters)
    if (isSecret.has(name) && value !== '') visit?.secrets.add(value)
}

/** Notes what a reply gives away: a code in an address, tokens in JSON. */
export function noteSecretsOfReply(
  visit: Visit,
  headers: Headers,
  body: string | null,
): void {
  const [, query = ''] = headers.get('location')?.split('?') ?? []
  noteSecretParameters(visit, new URLSearchParams(query))
  const isJson = headers.get('content-type')?.includes('json') === true
  if (!isJson) return
  for (const [, value = ''] of body?.matchAll(tokenInJson) ?? [])
    visit.secrets.add(value)
}

/** A query, a form or JSON with its secret parameters masked, however short. */
export function withoutSecretParameters(text: string): string {
  return text
    .replaceAll(
      inForm,
      (_, name: string, value: string) => `${name}=${masked(value)}`,
    )
    .replaceAll(
      bodyToken,
      (_, start: string, value: string) => `${start}${masked(value)}"`,
    )
}
