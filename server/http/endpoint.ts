import { SpanKind, type Span } from '@opentelemetry/api'
import { Allowances, type Reply } from '@/contracts/http'
import type { Member } from '@/contracts/parts'
import { whenDurable, type Database } from '@/db/client'
import { addressOf } from '@/server/sandbox/address'
import {
  cookieFor,
  makeToken,
  readCredential,
} from '@/server/sandbox/credentials'
import { nobody, ownDatabase } from '@/server/sandbox/own-database'
import { noFaults, type Faults } from '@/server/sandbox/faults'
import { requireHolder } from '@/server/sandbox/require-holder'
import { openSandbox } from '@/server/sandbox/sandboxes'
import { ThrowAways, watched } from '@/server/sandbox/throw-away'
import { readTracestate, writeTraceparent } from '@/tracing/trace-context'
import type { Visit } from '@/tracing/visit'
import { afterReply } from './after-reply'
import { askFor, type Ask } from './ask'
import { endVisit } from './end-visit'
import { problemReply } from './problem-response'
import { readPageCookie } from './page-cookie'
import { requireReady } from './require-ready'
import { responseFrom } from './response'
import {
  noParams,
  paramsOf,
  routeOf,
  type PathParams,
  type RouteContext,
} from './route-of'
import { refuseCrossSite } from './same-site'
import { makeStep, serverTiming, type Step } from './step'
import { armFaults, dropResponse, onFaulty, requireOpenDoor } from './suffer'
import { readParent } from './trace-cookie'
import { houseDatabase, inVisit, newVisit } from './visit'
import { markStatus, noteSecretsOf } from './visit-span'

/** What a door is handed. The database is already the visitor's own. */
export type DoorVisit = {
  request: Request
  /** The parts of the path in brackets; empty where the path has none. */
  params: PathParams
  db: Database
  /** An empty shop in memory, gone with the reply: for labs. */
  throwAway: ThrowAways['make']
  /** A database of a lab's own, whose statements the trace is to show. */
  watch: typeof watched
  /** Asks a service that is not ours. */
  ask: Ask
  step: Step
  /** Whose sandbox it is; null for a reader who has none yet. */
  sandboxId: string | null
  /** Who joined it, if the caller did; null for whoever opened it. */
  member: Member | null
  /** Opens a sandbox for whoever has none yet. */
  settle: () => Promise<Database>
  /** Goes on in a sandbox that something other than a credential has proven. */
  enter: (sandboxId: string) => Database
}

type Door = (visit: DoorVisit) => Promise<Reply | Response>

type Options = {
  /**
   * `none`: anybody may come. `own`: the door proves who is calling. `page`: a
   * browser shows the reply, and a cookie that is no good is passed over.
   */
  credentials?: 'sandbox' | 'none' | 'own' | 'page'
  /** False for doors whose own trace nobody wants: the trace store itself. */
  isTraced?: boolean
  service?: Visit['service']
  /** True where only the door knows if it writes: then it settles visitors. */
  settles?: boolean
  /** True where a sign-in leads a browser from page to page. */
  continues?: boolean
}

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
    const parent = readParent(request.headers, options.continues)
    if (parent) visit.flags = parent.flags
    else visit.tracestate = null
    const attributes = {
      'http.request.method': request.method,
      'url.path': pathname,
    }
    const opening = { visit, parent, kind: SpanKind.SERVER, attributes }
    return inVisit(opening, (span) =>
      serve({ door, options, request, route, visit, span, faults: noFaults }),
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
  faults: Faults
}

async function serve(serving: Serving): Promise<Response> {
  const began = performance.now()
  const { request, visit, span } = serving
  const { traceId, spanId } = span.spanContext()
  const { pathname } = new URL(request.url)
  const extra = new Headers()
  noteSecretsOf(visit, request)

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
  const sent = dropResponse(response, body, serving)
  endVisit({ visit, span, request, response, body })
  afterReply(isWrite(request))
  return sent
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
  const member = await identify(serving, extra, step)
  requireOpenDoor(request, visit)
  serving.faults = armFaults(request, visit)
  const enter = (sandboxId: string) => {
    visit.sandboxId = sandboxId
    return ownDatabase(houseDatabase(), sandboxId)
  }
  const params = { ...noParams, ...(await paramsOf(route)) }
  const settle = async () => {
    if (visit.sandboxId === null) await welcome(request, visit, extra, step)
    return enter(visit.sandboxId ?? nobody)
  }
  const throwAways = new ThrowAways()
  const db = ownDatabase(houseDatabase(), visit.sandboxId ?? nobody)
  return onFaulty({ db, faults: serving.faults, request }, (db) =>
    door({
      request,
      params,
      db,
      throwAway: throwAways.make,
      watch: watched,
      ask: askFor(serving.faults, visit.sandboxId),
      step,
      sandboxId: visit.sandboxId,
      member,
      settle,
      enter,
    }),
  ).finally(() => throwAways.close())
}

/**
 * Finds out whose sandbox it is, and opens one for a first write. Tells who
 * joined it, if the caller did.
 */
async function identify(
  serving: Serving,
  extra: Headers,
  step: Step,
): Promise<Member | null> {
  const { options, request, visit } = serving
  const { credentials = 'sandbox' } = options
  if (credentials === 'own') return null
  if (credentials === 'none') {
    // Nothing is asked for here; yet a token that is no good is never ignored.
    if (request.headers.has('authorization'))
      await readCredential(request.headers)
    return null
  }
  const credential =
    credentials === 'page'
      ? await readPageCookie(request.headers)
      : await readCredential(request.headers)
  refuseCrossSite(request, credential)
  if (credential.kind === 'none') {
    if (isWrite(request) && !options.settles)
      await welcome(request, visit, extra, step)
    return null
  }
  const member = await requireHolder(credential)
  visit.sandboxId = credential.sandboxId
  return member
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
