import type { NewOrder, Order } from '@/contracts/orders'
import type { SourceRegion, Trace, WireMessage } from '@/contracts/trace'
import { ApiProblemError, BrokenContractError } from './api-errors'
import { pauseBefore, waitForTurn, whyAgain } from './ask-again'
import { type BrowserTrace, type OpenSpan, toOtlp } from './browser-trace'
import { jsonRequest } from './json-request'
import { isOrder, isSandbox, isSource, isTrace } from './read-reply'
import {
  ensureSandbox,
  forgetSandbox,
  sandboxHint,
  type SandboxHint,
} from './sandbox-session'
import { callAttributes, recordCall } from './record-call'
import { type Marks, watchTiming } from './request-timing'
import { sendRequest, type ApiReply } from './send-request'

/** What a waiting reader is told meanwhile. */
export type PressNews =
  | { kind: 'sending'; request: WireMessage }
  | {
      kind: 'asking-again'
      attempt: number
      waitMs: number
      /** Of the answer that came; null where none did. */
      status: number | null
      /** Without an answer nobody here knows; a refusal says that it was not. */
      why: 'no-answer' | 'offline' | 'told-to-wait'
      hasKey: boolean
    }
  | { kind: 'session-renewed' }
  | { kind: 'new-sandbox' }

export type PlacedOrder = {
  order: Order
  response: WireMessage
  isReplay: boolean
}

/** A press of the button: one key, one trace, however often it is sent. */
export type Press = {
  /** The Idempotency-Key. Null shows what happens without one. */
  key: string | null
  /** W3C Baggage for the first try, such as a fault; a second try has none. */
  baggage?: string | null
  trace: BrowserTrace
  root: OpenSpan
  onNews: (news: PressNews) => void
  signal?: AbortSignal
}

/**
 * Places the order once. Where no whole answer comes back, or the server asks
 * for a pause, it asks again with the same key: asking twice never orders twice.
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
      if (isExpired(error) && sandbox && !hasRenewed) {
        hasRenewed = true
        sandbox = await renewSession(press, sandbox)
        continue
      }
      const pauseMs = pauseBefore(error, attempt)
      if (pauseMs === null) throw error
      press.onNews({
        kind: 'asking-again',
        attempt,
        waitMs: pauseMs,
        ...whyAgain(error),
        hasKey: press.key !== null,
      })
      await waitForTurn(pauseMs, press)
    }
  }
}

/**
 * The server did not accept the session. If it still knows the sandbox the page
 * goes on in it, else in a new one; the basket is the same in both.
 */
async function renewSession(
  press: Press,
  { id }: SandboxHint,
): Promise<SandboxHint | null> {
  const path = '/api/sandboxes/current'
  const call = press.trace.start('have the session confirmed', {
    parent: press.root,
    kind: 'client',
    attributes: { 'http.request.method': 'GET', 'url.path': path },
  })
  try {
    const { body } = await sendRequest(path)
    call.end({ 'http.response.status_code': 200 })
    if (isSandbox(body) && body.id === id) {
      press.onNews({ kind: 'session-renewed' })
      return body
    }
  } catch (error) {
    recordRefusal(call, error)
  }
  forgetSandbox(id)
  press.onNews({ kind: 'new-sandbox' })
  return null
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
    ...jsonRequest('POST', toOtlp(trace.spans)),
    keepalive: true,
  }).catch(() => undefined)
}

async function sendOrder(
  wish: NewOrder,
  press: Press,
  attempt: number,
): Promise<PlacedOrder> {
  const reply = await sendTraced('/api/orders', wish, press, attempt)
  if (!isOrder(reply.body)) throw new BrokenContractError('not an order')
  return {
    order: reply.body,
    response: reply.wire,
    isReplay: reply.headers.get('idempotency-replayed') === 'true',
  }
}

/** One request as a part of the press's trace, and its whole reply. */
export async function sendTraced(
  path: string,
  body: unknown,
  { key, baggage, trace, root, onNews, signal }: Press,
  attempt = 1,
): Promise<ApiReply> {
  const text = JSON.stringify(body)
  const call = trace.start(`POST ${path}`, {
    parent: root,
    kind: 'client',
    attributes: {
      ...callAttributes('POST', path, text, attempt),
      ...(attempt > 1 && key !== null ? { 'request.same_key': true } : {}),
    },
  })
  const headers = {
    'content-type': 'application/json',
    ...(key === null ? {} : { 'idempotency-key': key }),
    ...(baggage && attempt === 1 ? { baggage } : {}),
    traceparent: call.traceparent,
  }
  onNews({
    kind: 'sending',
    request: wireMessage(`POST ${path} HTTP/1.1`, headers, text),
  })
  const timing = watchTiming(path)
  const marks: Marks = { sentAt: performance.now() }
  let refusal: unknown
  try {
    const init = { method: 'POST', headers, body: text, signal: signal ?? null }
    return await sendRequest(path, init, marks)
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

function isExpired(error: unknown): boolean {
  return error instanceof ApiProblemError && error.problem.status === 401
}

function wireMessage(
  startLine: string,
  headers: Record<string, string>,
  body: string,
): WireMessage {
  const bodyBytes = new TextEncoder().encode(body).length
  return { startLine, headers: Object.entries(headers), body, bodyBytes }
}
