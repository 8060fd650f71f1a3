/** A request taken apart: what a form asks for. */
export type MessageParts = {
  method: string
  path: string
  version: string
  /** As they are written, a line each. */
  headers: string
  body: string
}

/** Takes a request apart, as far as it looks like one. Lines end with \n. */
export function partsOf(text: string): MessageParts {
  const gap = text.indexOf('\n\n')
  const head = gap === -1 ? text.replace(/\n+$/, '') : text.slice(0, gap)
  const body = gap === -1 ? '' : text.slice(gap + 2)
  const [startLine = '', ...lines] = head.split('\n')
  const [method = '', path = '', ...version] = startLine.split(' ')
  return {
    method,
    path,
    version: version.join(' '),
    headers: lines.join('\n'),
    body,
  }
}

/** The request as text; an empty line ends its head, whatever follows. */
export function textOf(parts: MessageParts): string {
  const { method, path, version, headers, body } = parts
  const start = [method, path, ...(version ? [version] : [])].join(' ')
  const lines = headers === '' ? [start] : [start, headers]
  return `${lines.join('\n')}\n\n${body}`
}

/** The header fields of a head, in order. */
export function fieldsIn(headers: string): [string, string][] {
  return headers.split('\n').flatMap((line) => {
    const colon = line.indexOf(':')
    return colon < 1
      ? []
      : [[line.slice(0, colon).trim(), line.slice(colon + 1).trim()]]
  })
}
