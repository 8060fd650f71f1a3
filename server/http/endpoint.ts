import { SpanKind, type Span } from '@opentelemetry/api'
import { Allowances, type Reply } from '@/contracts/http'
import { whenDurable, type Database } from '@/db/client'
import { addressOf } from '@/server/sandbox/address'
import {
  cookieFor,
  makeToken,
  readCredential,
} from '@/server/sandbox/credentials'
import { ownDatabase } from '@/server/sandbox/own-database'
import { openSandbox } from '@/server/sandbox/sandboxes'
import {
  readTraceparent,
  readTracestate,
  writeTraceparent,
} from '@/tracing/trace-context'
import type { Visit } from '@/tracing/visit'
import { afterReply } from './after-reply'
import { endVisit } from './end-visit'
import { problemReply } from './problem-response'
import { requireReady } from './require-ready'
import { responseFrom } from './response'
import { refuseCrossSite } from './same-site'
import { makeStep, serverTiming, type Step } from './step'
import { houseDatabase, inVisit, newVisit } from './visit'
import { markStatus, noteSecrets } from './visit-span'

/** What a door is handed. The database is already the visitor's own. */
export type DoorVisit = {
  request: Request
  /** The parts of the path in brackets; empty where the path has none. */
  params: PathParams
  db: Database
  step: Step
  /** Whose sandbox it is; null for a reader who has none yet. */
  sandboxId: string | null
  /** Goes on in a sandbox that something other than a credential has proven. */
  enter: (sandboxId: string) => Database
}

/** Every bracketed part there is: `/api/orders/[id]` gives `id`. */
export type PathParams = Record<'id' | 'slug' | 'traceId' | 'hash', string>

const noParams: PathParams = { id: '', slug: '', traceId: '', hash: '' }

type Door = (visit: DoorVisit) => Promise<Reply | Response>

type Options = {
  /** `none`: anybody may come. `own`: the door proves who is calling. */
  credentials?: 'sandbox' | 'none' | 'own'
  /** False for doors whose own trace nobody wants: the trace store itself. */
  isTraced?: boolean
  service?: Visit['service']
}

type RouteContext = {
  params: Promise<Record<string, string | string[] | undefined>>
}

/** A visitor who has nothing yet sees an empty sandbox: this one. */
const nobody = 'sbx_nobody'

/**
 * Turns a door into a route handler. Everything that every request needs is
 * here, so that a door is only its own steps: trace, credentials, the
 * visitor's own database, problem documents, validators, and what follows.
 */
export function endpoint(door: Door, options: Options = {}) {
  return async (request: Request, route?: RouteContext): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const visit = newVisit({
      door: `${methodOf(request)} ${await routeOf(pathname, route)}`,
      service: options.service ?? 'plateful',
      isKept: options.isTraced ?? true,
      tracestate: readTracestate(request.headers.get('tracestate')),
    })
    const parent = readTraceparent(request.headers.get('traceparent'))
    if (parent) visit.flags = parent.flags
    else visit.tracestate = null
    const attributes = {
      'http.request.method': request.method,
      'url.path': pathname,
    }
    const opening = { visit, parent, kind: SpanKind.SERVER, attributes }
    return inVisit(opening, (span) =>
      serve({ door, options, request, route, visit, span }),
    )
  }
}

/** HEAD goes in by the door of GET; only the body stays away. */
function methodOf({ method }: Request): string {
  return method === 'HEAD' ? 'GET' : method
}

type Serving = {
  door: Door
  options: Options
  request: Request
  route: RouteContext | undefined
  visit: Visit
  span: Span
}

async function serve(serving: Serving): Promise<Response> {
  const began = performance.now()
  const { request, visit, span } = serving
  const { traceId, spanId } = span.spanContext()
  const { pathname } = new URL(request.url)
  const extra = new Headers()
  noteSecrets(visit, request.headers)

  let reply: Reply | Response
  try {
    reply = await open(serving, extra)
    await whenDurable()
  } catch (error) {
    reply = problemReply(error, pathname, traceId)
  }
  const totalMs = performance.now() - began
  extra.set('Server-Timing', serverTiming(visit.steps, totalMs))
  extra.set(
    'traceresponse',
    writeTraceparent({ traceId, spanId, flags: visit.flags }),
  )

  const { response, body } = responseFrom(reply, request, extra)
  markStatus(span, response.status)
  endVisit({ visit, span, request, response, body })
  afterReply(isWrite(request))
  return response
}

async function open(
  serving: Serving,
  extra: Headers,
): Promise<Reply | Response> {
  const { door, request, route, visit } = serving
  await requireReady()

  const step = makeStep((allowances: Allowances) => {
    for (const [name, value] of Object.entries(allowances.headers))
      extra.set(name, value)
  })
  await identify(serving, extra, step)
  const enter = (sandboxId: string) => {
    visit.sandboxId = sandboxId
    return ownDatabase(houseDatabase(), sandboxId)
  }
  return door({
    request,
    params: { ...noParams, ...(await paramsOf(route)) },
    db: ownDatabase(houseDatabase(), visit.sandboxId ?? nobody),
    step,
    sandboxId: visit.sandboxId,
    enter,
  })
}

/** Finds out whose sandbox it is, and opens one for a first write. */
async function identify(
  serving: Serving,
  extra: Headers,
  step: Step,
): Promise<void> {
  const { options, request, visit } = serving
  const { credentials = 'sandbox' } = options
  if (credentials === 'own') return
  if (credentials === 'none') {
    // Nothing is asked for here; yet a token that is no good is never ignored.
    if (request.headers.has('authorization'))
      await readCredential(request.headers)
    return
  }
  const credential = await readCredential(request.headers)
  refuseCrossSite(request, credential)
  if (credential.kind !== 'none') visit.sandboxId = credential.sandboxId
  else if (isWrite(request)) await welcome(request, visit, extra, step)
}

function isWrite({ method }: Request): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** A first write brings its own sandbox, and the cookie that leads back to it. */
async function welcome(
  request: Request,
  visit: Visit,
  extra: Headers,
  step: Step,
): Promise<void> {
  const address = addressOf(request.headers)
  visit.secrets.add(address)
  const { id } = await step('open a sandbox', () =>
    openSandbox(houseDatabase(), address, false),
  )
  const token = await makeToken(id)
  visit.secrets.add(token)
  visit.sandboxId = id
  extra.append('Set-Cookie', cookieFor(token))
}

async function paramsOf(
  route: RouteContext | undefined,
): Promise<Record<string, string>> {
  const given = await route?.params
  return Object.fromEntries(
    Object.entries(given ?? {}).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  )
}

/** The path with its variable parts in braces: low in number, as a name should be. */
async function routeOf(
  pathname: string,
  route: RouteContext | undefined,
): Promise<string> {
  let path = pathname
  for (const [name, value] of Object.entries(await paramsOf(route)))
    path = path.replace(`/${encodeURIComponent(value)}`, `/{${name}}`)
  return path
}
