import {
  STATUS_CODES,
  type OutgoingMessage,
  type ServerResponse,
} from 'node:http'

/** The head of a message: its first line, and its fields as they crossed. */
export type Head = { startLine: string; headers: [string, string][] }

/** What scripts/note-wire.mjs knows of a request that is under way. */
type Noted = {
  startLine: string
  rawHeaders: string[]
  response: ServerResponse
  /** Called once, when the response's head leaves; null when it never does. */
  onHead?: ((head: string | null) => void) | undefined
}

declare global {
  var backOfHouseWire: Map<string, Noted> | undefined
}

/** The number under which our server has noted a request. */
export const wireField = 'x-boh-wire'

/** Undefined behind any other server: what it read and wrote is not known. */
export function notedWire({ headers }: Request): Noted | undefined {
  const number = headers.get(wireField)
  return number === null ? undefined : globalThis.backOfHouseWire?.get(number)
}

/** A request's head; from the socket where our server has noted it. */
export function headOfRequest(request: Request): Head {
  const noted = notedWire(request)
  if (noted) {
    const { startLine, rawHeaders } = noted
    return { startLine, headers: fieldsOf(rawHeaders) }
  }
  const { pathname, search } = new URL(request.url)
  return {
    startLine: `${request.method} ${pathname}${search}`,
    headers: [...request.headers].filter(([name]) => !isOurs(name)),
  }
}

/** Added by our own server, behind the wire. */
function isOurs(name: string): boolean {
  return name === wireField || name === 'x-boh-peer'
}

/** A response's head as a handler made it, before a server has added to it. */
export function headOfResponse({ status, headers }: Response): Head {
  return {
    startLine: `HTTP ${status} ${STATUS_CODES[status] ?? ''}`.trim(),
    headers: [...headers],
  }
}

/** Names and values in turn, as Node has read them. */
export function fieldsOf(raw: string[]): Head['headers'] {
  const fields: Head['headers'] = []
  for (let at = 0; at + 1 < raw.length; at += 2)
    fields.push([raw[at] ?? '', raw[at + 1] ?? ''])
  return fields
}

/** The head as it was written to the socket. */
export function parseHead(text: string): Head {
  const [startLine = '', ...lines] = text.trimEnd().split('\r\n')
  return {
    startLine,
    headers: lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), line.slice(colon + 1).trim()]
    }),
  }
}

/** Node keeps the head that it has written, under a name that it does not document. */
export function writtenHead(message: OutgoingMessage): Head | null {
  return '_header' in message && typeof message._header === 'string'
    ? parseHead(message._header)
    : null
}
