import type { Span } from '@/contracts/trace'
import {
  ApiProblemError,
  BrokenContractError,
  NotKnownError,
} from './api-errors'
import type { BrowserTrace, OpenSpan } from './browser-trace'
import {
  isWhole,
  phasesOf,
  type Marks,
  type Phase,
  type Timing,
} from './request-timing'

type Attributes = Span['attributes']

type Call = {
  trace: BrowserTrace
  /** What the request is a part of. */
  root: OpenSpan
  call: OpenSpan
  marks: Marks
  /** Resolves with the browser's measurement, which may come after the reply. */
  timing: () => Promise<Timing | null>
  /** Why there is no good answer. */
  refusal: unknown
}

/** A call as it starts: by whom, to whom, for the how manieth time. */
export function callAttributes(
  method: string,
  path: string,
  body: string,
  attempt: number,
): Attributes {
  const { href, hostname, port, protocol } = new URL(path, location.href)
  return {
    'http.request.method': method,
    'url.full': href,
    'url.path': path,
    'server.address': hostname,
    'server.port': Number(port) || (protocol === 'https:' ? 443 : 80),
    'http.request.body.size': new TextEncoder().encode(body).length,
    ...(attempt > 1 ? { 'http.request.resend_count': attempt - 1 } : {}),
  }
}

/** Ends the span of a call, with a span for each part of it below. */
export async function recordCall(given: Call): Promise<void> {
  const { trace, root, call, marks } = given
  const { readAt, parsedAt } = marks
  const endedAt = readAt ?? performance.now()
  const timing = await given.timing()

  for (const phase of phasesOf(marks, timing)) record(trace, call, phase)
  recordBreak(given, endedAt)
  if (readAt !== undefined && parsedAt !== undefined)
    trace
      .start('parse the reply', { parent: root, startedAt: readAt })
      .end({}, parsedAt)
  finish(given, replyAttributes(marks, timing), endedAt)
}

/** The head of the reply came, and its body did not come to an end. */
function recordBreak({ trace, call, marks, refusal }: Call, endedAt: number) {
  const { sentAt, headersAt, readAt } = marks
  if (!(refusal instanceof NotKnownError)) return
  if (headersAt === undefined || readAt !== undefined) return
  trace
    .start('wait for the first byte', { parent: call, startedAt: sentAt })
    .end({}, headersAt)
  trace
    .start('read the reply', { parent: call, startedAt: headersAt })
    .fail('the line was cut', { 'error.type': 'no-answer' }, endedAt)
}

function record(trace: BrowserTrace, parent: OpenSpan, phase: Phase): void {
  const { name, startedAt, endedAt, inner } = phase
  const span = trace.start(name, { parent, startedAt })
  for (const part of inner) record(trace, span, part)
  span.end({}, endedAt)
}

function finish(
  { call, marks, refusal }: Call,
  attributes: Attributes,
  endedAt: number,
): void {
  if (refusal instanceof ApiProblemError) {
    const { status, title } = refusal.problem
    const type = { 'error.type': String(status) }
    call.fail(title, { ...attributes, ...type }, endedAt)
  } else if (refusal && !(refusal instanceof BrokenContractError)) {
    const isRefused = marks.status !== undefined && marks.status >= 400
    const type = isRefused ? String(marks.status) : 'no-answer'
    const more = { ...attributes, 'error.type': type }
    call.fail('no whole answer came back', more, endedAt)
  } else call.end(attributes, endedAt)
}

function replyAttributes(marks: Marks, timing: Timing | null): Attributes {
  const { status, sentAt, readAt } = marks
  const known: Attributes =
    status === undefined ? {} : { 'http.response.status_code': status }
  if (readAt === undefined) return known
  const isMeasured = timing !== null && isWhole(timing, sentAt, readAt)
  if (!isMeasured) return { ...known, 'timing.source': 'fetch' }
  const version = versions[timing.nextHopProtocol]
  return {
    ...known,
    'timing.source': 'resource-timing',
    'http.response.body.size': timing.encodedBodySize,
    'network.protocol.name': 'http',
    ...(version ? { 'network.protocol.version': version } : {}),
  }
}

/** The names of ALPN, by the versions of the semantic conventions. */
const versions: Record<string, string | undefined> = {
  'http/1.0': '1.0',
  'http/1.1': '1.1',
  h2: '2',
  h3: '3',
}
