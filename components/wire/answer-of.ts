import { traceOf } from '../trace-of'

/** What an answer says of itself, read from its bytes. */
export type Answer = {
  status: number
  reason: string
  /** The head, a field each, names in small letters. */
  headers: Map<string, string>
  body: string
  /** Heads that came before it, such as 100 Continue. */
  before: number[]
  /** The trace of a request whose sender the server knew; null for others. */
  traceId: string | null
}

/** Reads the first answer that is final; null where none has come. */
export function answerOf(
  received: string,
  before: number[] = [],
): Answer | null {
  const end = received.indexOf('\r\n\r\n')
  if (end === -1) return null
  const [startLine = '', ...lines] = received.slice(0, end).split('\r\n')
  const [, code, reason = ''] =
    /^HTTP\/1\.\d (\d{3}) ?(.*)$/.exec(startLine) ?? []
  if (code === undefined) return null
  const status = Number(code)
  const body = received.slice(end + 4)
  if (status < 200) return answerOf(body, [...before, status])

  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      const name = line.slice(0, colon).toLowerCase()
      return [name, line.slice(colon + 1).trim()]
    }),
  )
  const traceId = traceOf(headers)
  return { status, reason, headers, body, before, traceId }
}
