import type { Row, Span, Trace, WireMessage } from './trace'

/** Stands in a copy wherever the trace names its sandbox. */
export const sharedSandbox = 'sbx_shared'
/** And wherever it names a guest: a name is for those inside of a class. */
export const sharedName = 'a guest'

/**
 * Tells of the reader's own machine and of nothing that happened here. Secret
 * fields are masked in every trace already.
 */
const ownFields =
  /^(user-agent|accept-language|referer|dnt|sec-gpc|sec-ch-ua.*)$/i
const ownAttributes = /^(user_agent\.|client\.|network\.peer\.)/

/** A token in the open: none should be here, and none may leave. */
const token = /\beyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]{6,}/g
/** A masked secret still shows its last characters to the one who has it. */
const tail = /…[^\s"…]{4} (?=\(\d+ characters\))/g

/**
 * What of a trace becomes public. The same function shows it to the reader
 * beforehand and makes the copy afterwards. Left out is what a stranger has no
 * use for: whose sandbox it was, what its guests are called, which browser was
 * used.
 */
export function publicCopyOf(trace: Trace, sandboxId: string): Trace {
  const { traceId, spans, truncated, spansLeftOut } = trace
  const whole = {
    traceId,
    spans: spans.map(withoutMachine),
    truncated,
    ...(spansLeftOut === undefined ? {} : { spansLeftOut }),
  }
  return withoutOwn(whole, { sandboxId, names: namesIn(spans) })
}

type Own = { sandboxId: string; names: readonly string[] }

/** What guests call themselves: in the rows of the orders, and of the members. */
function namesIn(spans: readonly Span[]): string[] {
  const found = new Set<unknown>()
  for (const { sql, attributes } of spans) {
    const isMembers = attributes['db.collection.name'] === 'members'
    const note = (row: Row | null, isMember: boolean) => {
      found.add(row?.['guest_name'])
      if (isMember) found.add(row?.['name'])
    }
    for (const row of sql?.rows ?? []) note(row, isMembers)
    for (const { table, before, after } of sql?.changes ?? [])
      for (const row of [before, after]) note(row, table === 'members')
  }
  return [...found].filter(
    (name): name is string => typeof name === 'string' && name !== '',
  )
}

function withoutMachine(span: Span): Span {
  const { request, response } = span.wire ?? {}
  const attributes = Object.fromEntries(
    Object.entries(span.attributes).filter(
      ([name]) => !ownAttributes.test(name),
    ),
  )
  if (!request && !response) return { ...span, attributes }
  return {
    ...span,
    attributes,
    wire: {
      ...(request ? { request: withoutFields(request) } : {}),
      ...(response ? { response: withoutFields(response) } : {}),
    },
  }
}

function withoutFields(message: WireMessage): WireMessage {
  return {
    ...message,
    headers: message.headers.map(([name, value]) =>
      ownFields.test(name) && !value.startsWith('…')
        ? [name, `… (${value.length} characters)`]
        : [name, value],
    ),
  }
}

/** Goes through every text of a value: keys stay, texts may be replaced. */
function withoutOwn<Value>(value: Value, own: Own): Value
function withoutOwn(value: unknown, own: Own): unknown {
  if (typeof value === 'string') return withoutSecrets(value, own)
  if (Array.isArray(value)) return value.map((item) => withoutOwn(item, own))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutOwn(item, own)]),
  )
}

function withoutSecrets(text: string, { sandboxId, names }: Own): string {
  if (names.includes(text)) return sharedName
  let shown = text
  if (sandboxId !== '' && shown.includes(sandboxId))
    shown = shown.replaceAll(sandboxId, sharedSandbox)
  for (const name of names) shown = withoutName(shown, name)
  if (shown.includes('eyJ')) shown = shown.replaceAll(token, '… (a token)')
  return shown.includes('…') ? shown.replaceAll(tail, '… ') : shown
}

/** A name as the value of a member of JSON, also of JSON within JSON. */
function withoutName(text: string, name: string): string {
  let shown = text
  let [from, to] = [JSON.stringify(name), JSON.stringify(sharedName)]
  for (const quote of ['"', '\\"']) {
    shown = shown.replaceAll(`name${quote}:${from}`, `name${quote}:${to}`)
    from = JSON.stringify(from).slice(1, -1)
    to = JSON.stringify(to).slice(1, -1)
  }
  return shown
}
