import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { call, type Call } from './drive-load'
import { openStreams, Stream } from './open-streams'
import { newOrder } from './order-load'
import { until } from './publish'
import { state, type Result } from './results'
import { openSandboxes, type Sandbox } from './sandbox-pool'
import { startSite, stopServer, type Server } from './start-server'
import { median, percentile } from './statistics'

const orders = 200
/** Orders come one by one, with a breath between: it is the way that is timed. */
const breathMs = 20

/**
 * How long an order takes from the guest's request to the kitchen's screen:
 * as the event that it was placed, and as the ticket that the signed webhook
 * printed. Every open sandbox has its kitchen listening.
 */
export async function measurePush(folder: string): Promise<Result[]> {
  const results: Result[] = []
  for (const open of [1, 100, 1_000]) {
    const data = join(folder, `push-${open}`)
    mkdirSync(data, { recursive: true })
    const server = await startSite(data, {
      LIMIT_ORDERS_PER_MINUTE: '100000',
      LIMIT_REQUESTS_PER_MINUTE: '100000',
    })
    results.push(...(await measureWith(server, open)))
    await stopServer(server)
  }
  return results
}

async function measureWith(server: Server, open: number): Promise<Result[]> {
  const sandboxes = await openSandboxes(server.port, open)
  const kitchens = await openStreams(
    server.port,
    sandboxes.map(({ token }) => ({
      path: '/api/events',
      headers: { authorization: `Bearer ${token}` },
    })),
    sandboxes.map(() => new Stream(orderMark)),
  )
  await orderSome(server, sandboxes, kitchens, 50)
  const delays = await orderSome(server, sandboxes, kitchens, orders)
  for (const kitchen of kitchens) kitchen.cut()

  const where = open === 1 ? '1 sandbox open' : `${open} sandboxes open`
  return (['placed', 'printed'] as const).map((what) => {
    const ms = delays.map((delay) => delay[what])
    const note = [0.5, 0.95, 0.99]
      .map((share) => percentile(ms, share).toFixed(1))
      .join(' / ')
    const name =
      what === 'placed' ? 'order.placed' : 'ticket.printed, by the webhook'
    return state(
      {
        what: `guest to kitchen, ${where}: ${name}`,
        unit: 'ms',
        floorName: '',
        note: `p50 / p95 / p99: ${note}`,
      },
      [median(ms)],
    )
  })
}

async function orderSome(
  server: Server,
  sandboxes: Sandbox[],
  kitchens: readonly Stream[],
  many: number,
) {
  const delays: { placed: number; printed: number }[] = []
  for (let at = 0; at < many; at++) {
    const which = Math.floor(Math.random() * sandboxes.length)
    const [sandbox, kitchen] = [sandboxes[which], kitchens[which]]
    if (!sandbox || !kitchen) continue
    const sentAt = performance.now()
    const { text } = await call(server.port, orderOf(sandbox, at))
    const { id } = JSON.parse(text)
    const [placed, printed] = [`placed ${id}`, `printed ${id}`]
    await until(() => kitchen.heard.has(printed) && kitchen.heard.has(placed))
    delays.push({
      placed: (kitchen.heard.get(placed)?.at ?? NaN) - sentAt,
      printed: (kitchen.heard.get(printed)?.at ?? NaN) - sentAt,
    })
    await sleep(breathMs)
  }
  return delays
}

/** Of each dish there are 100 portions a day, so they take turns. */
const dishes = ['miso-ramen', 'pork-dumplings', 'wonton-soup', 'mapo-tofu']

function orderOf(sandbox: Sandbox, at: number): Call {
  const dish = dishes[at % dishes.length]
  const body = JSON.stringify({
    restaurant: 'lantern-noodle-house',
    lines: [{ dish, quantity: 1 }],
  })
  const { headers } = newOrder(sandbox)
  const length = { 'content-length': String(body.length) }
  const expected = 201
  const path = '/api/orders'
  return {
    method: 'POST',
    path,
    headers: { ...headers, ...length },
    body,
    expected,
  }
}

/** `placed ord_…` or `printed ord_…`, for the events that a kitchen shows. */
function orderMark(block: string): string | undefined {
  const [, what] =
    /^event: (?:order|ticket)\.(placed|printed)$/m.exec(block) ?? []
  const [, order] = /"order":"(ord_[0-9a-f]+)"/.exec(block) ?? []
  return what && order ? `${what} ${order}` : undefined
}
