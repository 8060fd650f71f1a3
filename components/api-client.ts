import type { NewOrder, Order } from '@/contracts/orders'
import type { SourceRegion, Trace, WireMessage } from '@/contracts/trace'
import {
  ApiProblemError,
  BrokenContractError,
  NotKnownError,
} from './api-errors'
import { type BrowserTrace, type OpenSpan, toOtlp } from './browser-trace'
import { isOrder, isSource, isTrace } from './read-reply'
import {
  ensureSandbox,
  forgetSandbox,
  sandboxHint,
  type SandboxHint,
} from './sandbox-session'
import { callAttributes, recordCall } from './record-call'
import { type Marks, watchTiming } from './request-timing'
import { sendRequest } from './send-request'

/** What a waiting reader is told meanwhile. */
export type PressNews =
  | { kind: 'sending'; request: WireMessage }
  | { kind: 'not-known'; attempt: number; waitMs: number; isOffline: boolean }
  | { kind: 'new-sandbox' }

export type PlacedOrder = {
  order: Order
  response: WireMessage
  isReplay: boolean
}

/** A press of the button: one key, one trace, however often it is sent. */
export type Press = {
  /** The Idempotency-Key. The same press keeps it, however often it is sent. */
  key: string
  trace: BrowserTrace
  root: OpenSpan
  onNews: (news: PressNews) => void
  signal?: AbortSignal
}

const pausesMs = [300, 1000, 3000, 8000]

/**
 * Places the order once. Where no whole answer comes back it asks again with
 * the same key, so that asking twice never orders twice.
 */
export async function placeOrder(
  wish: NewOrder,
  press: Press,
): Promise<PlacedOrder> {
  let sandbox: SandboxHint | null = null
  let hasRenewed = false
  for (let attempt = 1; ; attempt++) {
    try {
      sandbox ??= await openSandbox(press)
      return await sendOrder(wish, press, attempt)
    } catch (error) {
      if (isExpired(error) && !hasRenewed) {
        hasRenewed = true
        forgetSandbox(sandbox?.id)
        sandbox = null
        press.onNews({ kind: 'new-sandbox' })
        continue
      }
      const pauseMs = pauseBefore(error, attempt)
      if (pauseMs === null) throw error
      press.onNews({
        kind: 'not-known',
        attempt,
        waitMs: pauseMs,
        isOffline: error instanceof NotKnownError && error.isOffline,
      })
      await pause(pauseMs, press.signal)
    }
  }
}

/** The first press of a visitor makes the sandbox, and the trace says so. */
async function openSandbox({ trace, root }: Press) {
  const hint = sandboxHint()
  if (hint) return hint
  const call = trace.start('open a sandbox', {
    parent: root,
    kind: 'client',
    attributes: { 'http.request.method': 'POST', 'url.path': '/api/sandboxes' },
  })
  try {
    const sandbox = await ensureSandbox()
    call.end({ 'http.response.status_code': 201 })
    return sandbox
  } catch (error) {
    recordRefusal(call, error)
    throw error
  }
}

/** The spans of a trace that have been stored so far. */
export async function readTrace(traceId: string): Promise<Trace> {
  const { body } = await sendRequest(`/api/traces/${traceId}`)
  if (!isTrace(body)) throw new BrokenContractError('not a trace')
  return body
}

/** The code that a span names by its hash. It never changes, so it is kept. */
export async function readSource(hash: string): Promise<SourceRegion> {
  const { body } = await sendRequest(`/api/code/${hash}`, { cache: 'default' })
  if (!isSource(body)) throw new BrokenContractError('not a source')
  return body
}

/** Adds the browser's spans to the trace. Losing them loses no order. */
export async function sendBrowserSpans(trace: BrowserTrace): Promise<void> {
  await trace.settled()
  await sendRequest('/api/traces', {
    method: 'POST',
    keepalive: true,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(toOtlp(trace.spans)),
  }).catch(() => undefined)
}

async function sendOrder(
  wish: NewOrder,
  { key, trace, root, onNews, signal }: Press,
  attempt: number,
): Promise<PlacedOrder> {
  const text = JSON.stringify(wish)
  const call = trace.start('POST /api/orders', {
    parent: root,
    kind: 'client',
    attributes: callAttributes('POST', '/api/orders', text, attempt),
  })
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': key,
    traceparent: call.traceparent,
  }
  onNews({
    kind: 'sending',
    request: wireMessage('POST /api/orders HTTP/1.1', headers, text),
  })
  const timing = watchTiming('/api/orders')
  const marks: Marks = { sentAt: performance.now() }
  let refusal: unknown
  try {
    const init = { method: 'POST', headers, body: text, signal: signal ?? null }
    const reply = await sendRequest('/api/orders', init, marks)
    if (!isOrder(reply.body)) throw new BrokenContractError('not an order')
    return {
      order: reply.body,
      response: reply.wire,
      isReplay: reply.headers.get('idempotency-replayed') === 'true',
    }
  } catch (error) {
    refusal = error
    throw error
  } finally {
    // Not waited for: the browser's measurement comes after the reply.
    trace.expect(recordCall({ trace, root, call, marks, timing, refusal }))
  }
}

function recordRefusal(call: OpenSpan, error: unknown) {
  if (error instanceof ApiProblemError) {
    const { status, title } = error.problem
    call.fail(title, {
      'http.response.status_code': status,
      'error.type': String(status),
    })
  } else call.fail('no whole answer came back', { 'error.type': 'no-answer' })
}

function pauseBefore(error: unknown, attempt: number): number | null {
  const pauseMs = pausesMs[attempt - 1]
  if (pauseMs === undefined) return null
  const jittered = pauseMs * (0.8 + Math.random() * 0.4)
  if (error instanceof NotKnownError) return jittered
  if (!(error instanceof ApiProblemError)) return null
  if (!error.is('request-in-progress', 'busy')) return null
  return Math.max(error.retryAfterMs ?? 0, jittered)
}

function isExpired(error: unknown): boolean {
  return error instanceof ApiProblemError && error.problem.status === 401
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new NotKnownError(false))
    })
  })
}

function wireMessage(
  startLine: string,
  headers: Record<string, string>,
  body: string,
): WireMessage {
  const bodyBytes = new TextEncoder().encode(body).length
  return { startLine, headers: Object.entries(headers), body, bodyBytes }
}
