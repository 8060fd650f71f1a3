import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { commands, root } from '@/scripts/child.mjs'
import { freePort } from '@/server/http/testing-port.mjs'

export type Server = {
  pid: number
  port: number
  readyMs: number
  /** Under which name its event loop is watched (watch-loop.ts). */
  watch?: string
}

type Program = {
  args: (port: number) => string[]
  env?: Record<string, string>
  /** Where it runs; the checkout, when nothing is said. */
  cwd?: string
  /** A page or door that answers 200 as soon as the server can work. */
  firstPath: string
  startAtMostMs?: number
}

const children = new Map<number, ChildProcess>()
const startAtMostMs = 40_000
const stopAtMostMs = 6_000

/** The caller's own settings must not reach what is measured. */
const unset = Object.fromEntries(
  [
    'PUBLIC_URL',
    'TURSO_DATABASE_URL',
    'TURSO_AUTH_TOKEN',
    'AUTH_SECRET',
    'WEBHOOK_SECRET',
    'TRUSTED_ADDRESS_HEADER',
    'QUOTA_ORDERS',
    'QUOTA_ROWS',
    'QUOTA_BYTES',
    'SANDBOX_LIFETIME_SECONDS',
    'TRACING',
    'VERCEL',
  ].map((name) => [name, '']),
)

/** The site as `npm start` serves it, on a data folder of its own. */
export function startSite(folder: string, env: Record<string, string> = {}) {
  return startServer({
    args: () => ['scripts/serve.mjs'],
    env: { DATA_DIR: folder, ...env },
    firstPath: '/',
  })
}

/** The same build under Next's own server. */
export function startStock(folder: string) {
  return startServer({
    args: (port) => [
      ...commands.next,
      'start',
      '-H',
      '127.0.0.1',
      '-p',
      String(port),
    ],
    env: { DATA_DIR: folder },
    firstPath: '/',
  })
}

/** Starts a program on a free port and times it up to its first whole page. */
export async function startServer(program: Program): Promise<Server> {
  const port = await freePort()
  const startedAt = performance.now()
  const child = spawn(process.execPath, program.args(port), {
    cwd: program.cwd ?? root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      ...unset,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOSTNAME: '127.0.0.1',
      WEATHER_URL: 'off',
      PORT: String(port),
      LIMIT_ORDERS_PER_MINUTE: '1000000',
      LIMIT_REQUESTS_PER_MINUTE: '1000000',
      LIMIT_SANDBOXES_PER_MINUTE: '1000000',
      LIMIT_SIGN_INS_PER_MINUTE: '1000000',
      ...program.env,
    },
  })
  const { pid } = child
  if (pid === undefined) throw new Error('The server did not start')
  children.set(pid, child)
  child.once('exit', () => children.delete(pid))

  let said = ''
  child.stderr.on('data', (text) => (said = `${said}${text}`.slice(-2000)))
  const giveUpAt = startedAt + (program.startAtMostMs ?? startAtMostMs)
  while (!(await hasPage(port, program.firstPath))) {
    if (child.exitCode !== null || performance.now() > giveUpAt)
      throw new Error(`${program.args(port).join(' ')} serves nothing. ${said}`)
    await sleep(3)
  }
  return { pid, port, readyMs: performance.now() - startedAt }
}

export async function stopServer({ pid }: Server): Promise<void> {
  const child = children.get(pid)
  if (!child) return
  const force = setTimeout(() => child.kill('SIGKILL'), stopAtMostMs)
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
  clearTimeout(force)
}

/** The way out in a hurry. Only what was started here, by its process id. */
export function killServers(): void {
  for (const child of children.values()) child.kill('SIGKILL')
}

function hasPage(port: number, path: string): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (reply) => {
      reply.resume()
      reply.once('end', () => resolve(reply.statusCode === 200))
      reply.once('error', () => resolve(false))
    }).once('error', () => resolve(false))
  })
}
