import type { ServingWay } from '@/contracts/serving-ways'
import type { Served, ServingReport } from '@/contracts/one-waiter'
import { BrokenContractError } from '@/components/api-errors'
import { BrowserTrace } from '@/components/browser-trace'
import { pause } from '@/components/pause'
import { isRecord } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'
import type { Asked, Ping, WayRun } from './figures'
import { Timings } from './timings'

const door = '/api/labs/one-waiter'
const pingsBefore = 5
const betweenPingsMs = 25

/** Sends so many requests at once, to be served in that way, and measures. */
export async function measureWay(
  way: ServingWay,
  count: number,
): Promise<WayRun> {
  const run = new BrowserTrace().traceId.slice(0, 12)
  const timings = new Timings(run)
  const bystander = new BystanderWalk(run)
  for (let ping = 0; ping < pingsBefore; ping++) await bystander.ask()

  const { traceId } = new BrowserTrace()
  const beganAt = performance.now()
  const stop = bystander.goOn()
  const numbers = Array.from({ length: count }, (_, at) => at + 1)
  const replies = await Promise.allSettled(
    numbers.map((number) => askOne({ way, run, number, traceId })),
  )
  await stop()
  const report = await endRun(run)
  for (const reply of replies)
    if (reply.status === 'rejected') throw reply.reason
  if (!report) throw new BrokenContractError('not a report of a run')

  const seen = replies.flatMap((one) =>
    one.status === 'fulfilled' ? [one.value] : [],
  )
  await timings.settle([...seen, ...bystander.seen].map(({ path }) => path))
  const asked = seen.map((one) => timed(one, timings, beganAt))
  const pings = bystander.seen.map((one) => ({
    ...timed({ ...one, number: 0, workMs: 0 }, timings, beganAt),
    isBefore: one.askedAt < beganAt,
  })) satisfies Ping[]
  const [first] = seen
  const protocol = (first && timings.of(first.path)?.nextHopProtocol) ?? ''
  return { way, traceId, protocol, asked, pings, late: report.late }
}

type Seen = { path: string; askedAt: number; endedAt: number }
type SeenServed = Seen & { number: number; workMs: number }

/** The browser's measurement where it tells; else what the page saw. */
function timed(seen: SeenServed, timings: Timings, beganAt: number): Asked {
  const entry = timings.of(seen.path)
  const askedAt = entry?.startTime ?? seen.askedAt
  return {
    number: seen.number,
    askedAt: askedAt - beganAt,
    leftAt: (entry?.requestStart ?? askedAt) - beganAt,
    endedAt: (entry?.responseEnd ?? seen.endedAt) - beganAt,
    workMs: seen.workMs,
  }
}

async function askOne(given: {
  way: ServingWay
  run: string
  number: number
  traceId: string
}): Promise<SeenServed> {
  const { way, run, number, traceId } = given
  const path = `${door}?way=${way}&run=${run}&number=${number}`
  const span = new BrowserTrace().traceId.slice(16)
  const askedAt = performance.now()
  const { body } = await sendRequest(path, {
    headers: { traceparent: `00-${traceId}-${span}-01` },
    // The bystander is next whenever a connection is free.
    priority: 'low',
  })
  if (!isServed(body)) throw new BrokenContractError('not served')
  const endedAt = performance.now()
  return { path, askedAt, endedAt, number, workMs: body.workMs }
}

async function endRun(run: string): Promise<ServingReport | null> {
  const path = `${door}?run=${run}`
  const reply = await sendRequest(path, { method: 'DELETE' }).catch(() => null)
  return isReport(reply?.body) ? reply.body : null
}

/** Asks for the time, again and again, as somebody else would meanwhile. */
class BystanderWalk {
  readonly seen: Seen[] = []
  readonly #run: string
  constructor(run: string) {
    this.#run = run
  }

  async ask(): Promise<void> {
    const path = `${door}/bystander?run=${this.#run}&ping=${this.seen.length}`
    const askedAt = performance.now()
    await sendRequest(path, { priority: 'high' })
    this.seen.push({ path, askedAt, endedAt: performance.now() })
  }

  /** Until the function that it returns is called. */
  goOn(): () => Promise<void> {
    let isOver = false
    const walk = (async () => {
      while (!isOver) {
        await this.ask().catch(() => undefined)
        await pause(betweenPingsMs)
      }
    })()
    return () => {
      isOver = true
      return walk
    }
  }
}

function isServed(value: unknown): value is Served {
  return isRecord(value) && typeof value.workMs === 'number'
}

function isReport(value: unknown): value is ServingReport {
  return isRecord(value) && Array.isArray(value.late)
}
