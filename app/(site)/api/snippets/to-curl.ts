import { fieldsOf, type SnippetRequest } from './snippet'

/** The request as a command for curl, in a POSIX shell. */
export function toCurl(request: SnippetRequest): string {
  const { method, url, body, form, bearer, answers } = request
  // -i shows the header fields, -N hands over what comes as it comes.
  const lines = [`curl ${answers === 'stream' ? '-N' : '-i'} ${quoted(url)}`]
  const text = form ?? (body === undefined ? undefined : JSON.stringify(body))
  const usual = text === undefined ? 'GET' : 'POST'
  if (method !== usual) lines.push(`-X ${method}`)
  if (bearer) lines.push(`-H ${bearerField(bearer)}`)
  for (const [name, value] of fieldsOf(request))
    lines.push(`-H ${quoted(`${name}: ${value}`)}`)
  if (text !== undefined) lines.push(`--data-raw ${quoted(text)}`)
  return lines.join(' \\\n  ')
}

/** A shell takes what is between single quotes as it is, but for one of them. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`
}

function bearerField(bearer: NonNullable<SnippetRequest['bearer']>): string {
  return 'value' in bearer
    ? quoted(`Authorization: Bearer ${bearer.value}`)
    : `"Authorization: Bearer $${bearer.variable}"`
}
