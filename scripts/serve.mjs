import { existsSync, readFileSync } from 'node:fs'
import { createServer, request as send } from 'node:http'
import { hostname, networkInterfaces } from 'node:os'
import { root } from './child.mjs'
import { noteWire } from './note-wire.mjs'
import { createStaticSender, packReply } from './pack-replies.mjs'
import { readPort } from './read-port.mjs'
import { createRefusals } from './refuse-requests.mjs'

/**
 * The production server: Next behind an HTTP server of our own, by its
 * custom-server API. Stock `next start` cannot tell a handler who is at the
 * other end of the socket, answers 200 to `TRACE /` and to `POST /` on a page,
 * and does not end while an event stream is open.
 */
process.chdir(root)
process.env.NODE_ENV = 'production'
process.env.NEXT_TELEMETRY_DISABLED = '1'
const port = readPort()
process.env.PORT = String(port)

const stopAfterMs = 4000
/** So long the backend leaves the way to pages that are waited for. */
const patienceMs = 300
/** The app puts functions here that end its event streams. */
const closers = (globalThis.backOfHouseClosers ??= new Set())
/** The app hands over what starts its backend (open-backend.ts). */
const backend = new Promise((takeBackend) => {
  // The first tells the app that the header with the caller's address is ours.
  const host = readHost()
  globalThis.backOfHouseServer = { setsPeerHeader: true, takeBackend, host }
})
const underWay = new Set()
let stopping = false
let next
let whenIdle

process.on('uncaughtException', leaveWithError)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
// This channel closes when the start script is gone, even by kill -9.
process.on('disconnect', stop)

const refusals = createRefusals(
  readBuilt('routes-manifest.json').headers,
  isAnswering,
)
const sendStatic = createStaticSender(refusals.addHeaders)
const server = createServer(
  {
    headersTimeout: 10_000,
    requestTimeout: 25_000,
    keepAliveTimeout: 10_000,
    // Refused in our own words instead, see refuse-requests.mjs.
    requireHostHeader: false,
    // How often Node looks for slow clients: by default every 30 seconds.
    connectionsCheckingInterval: 1000,
  },
  receive,
)
server.on('connect', refusals.refuseTunnel)
server.on('clientError', refusals.refuseMalformed)
server.on('error', leaveWithoutPort)
server.listen(port, readHost())

// Requests that come before Next is ready wait for it.
const ready = prepareNext()
await ready.catch(leaveWithError)
const startBackend = await backend
await noRequest(patienceMs)
await startBackend()
console.log(`Ready after ${process.uptime().toFixed(1)} s.`)
console.log(`Open http://127.0.0.1:${port}`)
for (const address of networkAddresses())
  console.log(`In your network: http://${address}:${port}`)
await openDoors()

/**
 * Next loads a route when it is first asked for. Asking what the doors of an
 * order take (OPTIONS) loads them before the first visitor presses.
 */
async function openDoors() {
  const doors = ['sandboxes', 'orders', 'events', 'traces', 'webhooks/kitchen']
  for (const door of doors)
    await new Promise((done) => {
      const options = { port, method: 'OPTIONS', path: `/api/${door}` }
      send({ host: readHost() ?? '127.0.0.1', ...options }, (reply) =>
        reply.resume().once('close', done),
      )
        .once('error', done)
        .end()
    })
}

async function prepareNext() {
  // The configuration as the build has read it, by the name that Next's own
  // standalone server uses. Reading next.config.ts takes a compiler and half a second.
  const { config } = readBuilt('required-server-files.json')
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
  const { default: createNext } = await import('next')
  next = createNext({
    dev: false,
    dir: root,
    port,
    // Next would leave a socket that asks for an upgrade open for ever. With
    // nobody listening, Node answers the request and ignores the wish.
    httpServer: { on() {} },
  })
  await next.prepare()
  return next.getRequestHandler()
}

function receive(request, response) {
  underWay.add(response)
  response.once('close', () => {
    underWay.delete(response)
    if (underWay.size === 0) whenIdle?.()
  })
  noteWire(request, response)
  if (stopping) response.setHeader('Connection', 'close')
  if (!request.url.startsWith('/')) request.url = originForm(request.url)
  // Next tidies such an address with a redirect before it sets any header.
  if (/\/\/|\\|.\/(\?|$)/.test(request.url))
    refusals.addHeaders(response, request.url)

  // Assigned, not added: whatever the client sent under this name is gone.
  request.headers['x-boh-peer'] = peerOf(request.socket)
  if (refusals.refuse(request, response)) return
  sendStatic(request, response, () => {
    void answer(request, response)
  })
}

async function answer(request, response) {
  try {
    const handle = await ready
    packReply(request, response)
    await handle(request, response)
  } catch (error) {
    console.error(`${request.method} failed: ${lineOf(error)}`)
    if (response.headersSent) response.destroy()
    else response.writeHead(500).end()
  }
}

/** A target with scheme and host is as good as its path (RFC 9112, 3.2.2). */
function originForm(target) {
  if (!/^https?:/i.test(target) || !URL.canParse(target)) return target
  const { pathname, search } = new URL(target)
  return pathname + search
}

function isAnswering(socket) {
  for (const response of underWay)
    if (response.socket === socket && response.headersSent) return true
  return false
}

/** An IPv4 address keeps one spelling, whichever socket it comes in by. */
function peerOf(socket) {
  return (socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '')
}

/**
 * Takes no more, ends the event streams, lets every request finish, and leaves
 * after four seconds at the latest. A second signal changes nothing: Ctrl-C
 * arrives here twice, from the terminal and from the start script.
 */
async function stop() {
  if (stopping) return
  stopping = true
  setTimeout(leave, stopAfterMs)
  server.close()
  for (const response of underWay)
    if (!response.headersSent) response.setHeader('Connection', 'close')
  await Promise.allSettled([...closers].map(async (close) => close()))
  await noRequest()

  // Work that a reply has put off until after it was sent.
  await next?.close()
  // Spans that were taken in and still wait for their common write.
  await globalThis.backOfHouseSpans?.flush()
  await globalThis.backOfHouseSpanExport?.close()
  leave()
}

/** Resolves when nothing is under way, or when so much time has passed. */
async function noRequest(atMostMs) {
  if (underWay.size === 0) return
  await new Promise((idle) => {
    whenIdle = idle
    if (atMostMs !== undefined) setTimeout(idle, atMostMs)
  })
}

function leave() {
  server.closeAllConnections()
  process.exit(0)
}

function leaveWithError(error) {
  console.error(`Stopped by an error: ${lineOf(error)}`)
  process.exit(1)
}

function leaveWithoutPort(error) {
  console.error(
    error.code === 'EADDRINUSE'
      ? `Port ${port} is in use. Choose another with PORT or -p.`
      : `The server cannot listen on port ${port}: ${error.message}`,
  )
  process.exit(1)
}

function lineOf(error) {
  return String(error?.stack ?? error)
    .split('\n', 2)
    .map((line) => line.trim())
    .join(' ')
}

/**
 * All interfaces, unless HOSTNAME names one. A container sets the variable to
 * its own name, which is no wish of anybody's: that is passed over.
 */
function readHost() {
  const wish = process.env.HOSTNAME?.trim()
  return wish && wish !== hostname() ? wish : undefined
}

/** Where other devices find this one, if it listens to them at all. */
function networkAddresses() {
  if (readHost() !== undefined) return []
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}

/** What the build wrote down of itself. */
function readBuilt(name) {
  const file = `.next/${name}`
  if (!existsSync(file)) {
    console.error('There is no build here yet: npm run build makes one.')
    process.exit(1)
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}
