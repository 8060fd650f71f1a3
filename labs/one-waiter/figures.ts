import type { ServingWay } from '@/contracts/serving-ways'

/** One request, in milliseconds since the first was asked for. */
export type Asked = {
  number: number
  /** When the page called fetch. */
  askedAt: number
  /** When the browser sent it: until then it stood in the page's own queue. */
  leftAt: number
  /** When the answer was there. */
  endedAt: number
  /** How long the server worked on it, by the server's own clock. */
  workMs: number
}

/** A guest who wants almost nothing. */
export type Ping = { leftAt: number; endedAt: number; isBefore: boolean }

export type WayRun = {
  way: ServingWay
  traceId: string
  protocol: string
  asked: Asked[]
  pings: Ping[]
  /** When the server's timer came, since the run began, and how late it was. */
  late: readonly (readonly [number, number])[]
}

type Parts = { queueMs: number; waitMs: number; workMs: number }

/** Where a request's time went: in the page, in the server's queue, at work. */
export function partsOf({ askedAt, leftAt, endedAt, workMs }: Asked): Parts {
  const inServer = Math.max(0, endedAt - leftAt)
  const work = Math.min(workMs, inServer)
  return {
    queueMs: Math.max(0, leftAt - askedAt),
    waitMs: inServer - work,
    workMs: work,
  }
}

export function latenciesOf({ asked }: WayRun): number[] {
  return asked.map(({ askedAt, endedAt }) => endedAt - askedAt)
}

/** The value that so large a share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = Math.max(0, Math.ceil(share * sorted.length) - 1)
  return sorted[at] ?? 0
}

type Figures = {
  half: number
  p95: number
  last: number
  perSecond: number
  workMs: number
  mostUnderWay: number
  lateMs: number
  /** Of the bystander, before the run and during it; null without any. */
  bystander: { usual: number | null; worst: number | null }
}

export function figuresOf(run: WayRun): Figures {
  const latencies = latenciesOf(run)
  const last = Math.max(...run.asked.map(({ endedAt }) => endedAt))
  const times = (isBefore: boolean) =>
    run.pings
      .filter((ping) => ping.isBefore === isBefore)
      .map(({ leftAt, endedAt }) => endedAt - leftAt)
  const [before, during] = [times(true), times(false)]
  return {
    half: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    last,
    perSecond: (run.asked.length / last) * 1000,
    workMs: quantile(
      run.asked.map(({ workMs }) => workMs),
      0.5,
    ),
    mostUnderWay: mostUnderWay(run.asked),
    lateMs: Math.max(0, ...run.late.map(([, lateMs]) => lateMs)),
    bystander: {
      usual: before.length > 0 ? quantile(before, 0.5) : null,
      worst: during.length > 0 ? Math.max(...during) : null,
    },
  }
}

/** How many were between the page and their answer at the same moment. */
export function mostUnderWay(asked: readonly Asked[]): number {
  const underWayAt = (at: number) =>
    asked.filter(({ leftAt, endedAt }) => leftAt <= at && at < endedAt).length
  return Math.max(0, ...asked.map(({ leftAt }) => underWayAt(leftAt)))
}

/** The latest the timer came in each stretch of time, for a line. */
export function lateLine(
  { late }: Pick<WayRun, 'late'>,
  everyMs = 50,
): { x: number; y: number }[] {
  const stretches = new Map<number, number>()
  for (const [at, lateMs] of late) {
    const stretch = Math.floor(at / everyMs) * everyMs
    stretches.set(stretch, Math.max(lateMs, stretches.get(stretch) ?? 0))
  }
  return [...stretches].map(([x, y]) => ({ x, y }))
}
