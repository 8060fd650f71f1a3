import { fieldsOf, type SnippetRequest } from './snippet'
import { quoted } from './to-curl'

/**
 * The request as a command for HTTPie 3. The body goes as --raw: HTTPie's own
 * items would read a value that begins with @ as the name of a file.
 */
export function toHttpie(request: SnippetRequest): string {
  const { method, url, body, form, bearer, answers } = request
  const flags = answers === 'stream' ? '--stream ' : ''
  const lines = [`http ${flags}${method} ${quoted(url)}`]
  if (bearer)
    lines.push(
      'value' in bearer
        ? quoted(`Authorization:Bearer ${bearer.value}`)
        : `"Authorization:Bearer $${bearer.variable}"`,
    )
  for (const [name, value] of fieldsOf(request))
    lines.push(quoted(`${name}:${value}`))
  const text = form ?? (body === undefined ? undefined : JSON.stringify(body))
  if (text !== undefined) lines.push(`--raw ${quoted(text)}`)
  return lines.join(' \\\n  ')
}
