import type { OrderLoad } from './order-load'
import type { OrderServers } from './order-servers'
import { canReadCpu, cpuMsOf } from './process-cpu'
import { compare, state, type Result } from './results'
import { alternate } from './rounds'
import { median, percentile } from './statistics'

const connections = 16
/** CPU an order is steady from some hundred orders on. */
const length = { forMs: 1200, atLeast: 300 }

const variants = [
  'bare',
  'next',
  'alone',
  'aloneUntraced',
  'whole',
  'untraced',
] as const
type Variant = (typeof variants)[number]

const names: Record<Variant, string> = {
  bare: 'bare node:http',
  next: 'Next floor',
  alone: '',
  aloneUntraced: 'TRACING=off',
  whole: 'with its delivery',
  untraced: 'with its delivery, TRACING=off',
}

type Round = { count: number; cpuMs: number; perSecond: number; p99: number }
type Rounds = Record<Variant, Round[]>
type More = { goal?: string; note?: string }

/**
 * The order route at sixteen connections. CPU is that of the whole process
 * until it has come to rest: what follows the reply, the storing of the spans
 * above all, belongs to the order. The kitchen is silent, and the order with
 * its delivery stands beside it: the floors deliver nothing.
 */
export async function measureOrders(servers: OrderServers): Promise<Result[]> {
  const loads = {} as Record<Variant, OrderLoad>
  for (const name of variants) {
    loads[name] = await servers.load(name)
    await loads[name].warmUp(connections)
  }
  const rounds = await alternate(variants, (name) => measureRound(loads[name]))
  for (const name of variants) if (name !== 'whole') await servers.stop(name)
  return [
    ...(canReadCpu ? cpuRows(rounds) : []),
    row(rounds, 'perSecond', 'alone', 'next', { goal: '>= 0.5, best >= 0.7' }),
    row(rounds, 'perSecond', 'alone', 'bare', {
      goal: '>= 0.18, best >= 0.25',
    }),
    state(
      {
        ...describe('perSecond', 'alone', 'the goal'),
        goal: '>= 300/s',
        note: 'acknowledged and synced',
      },
      rounds.alone.map(({ perSecond }) => perSecond),
      300,
    ),
    row(rounds, 'perSecond', 'whole', 'bare'),
    row(rounds, 'p99', 'alone', 'next', { goal: '<= 2.5, best <= 1.5' }),
    row(rounds, 'p99', 'whole', 'next'),
  ]
}

function cpuRows(rounds: Rounds): Result[] {
  const counts = variants.map((name) =>
    median(rounds[name].map(({ count }) => count)),
  )
  return [
    row(rounds, 'cpuMs', 'alone', 'next', {
      goal: '<= 2.0, best <= 1.4',
      note: `at least ${Math.min(...counts)} orders a round`,
    }),
    row(rounds, 'cpuMs', 'alone', 'bare'),
    row(rounds, 'cpuMs', 'next', 'bare'),
    row(rounds, 'cpuMs', 'alone', 'aloneUntraced', {
      goal: '<= 1.20, best <= 1.12',
    }),
    row(rounds, 'cpuMs', 'whole', 'next'),
    row(rounds, 'cpuMs', 'whole', 'untraced'),
  ]
}

const measures = {
  cpuMs: { what: 'own CPU an order', unit: 'ms' },
  perSecond: { what: 'orders at 16 connections', unit: '/s' },
  p99: { what: 'order p99 at 16 connections', unit: 'ms' },
}

function describe(
  key: keyof typeof measures,
  ours: Variant,
  floorName: string,
) {
  const { what, unit } = measures[key]
  const variant = names[ours] === '' ? '' : `, ${names[ours]}`
  return { what: what + variant, unit, floorName }
}

function row(
  rounds: Rounds,
  key: keyof typeof measures,
  ours: Variant,
  floor: Variant,
  more: More = {},
): Result {
  return compare(
    { ...describe(key, ours, names[floor]), ...more },
    rounds[ours].map((round) => round[key]),
    rounds[floor].map((round) => round[key]),
  )
}

async function measureRound(load: OrderLoad): Promise<Round> {
  const { pid } = load.server
  await load.prepare(connections, length)
  const before = cpuMsOf(pid)
  const { count, perSecond, latencies } = await load.drive(connections, length)
  await load.rest()
  const cpuMs = (cpuMsOf(pid) - before) / count
  return { count, cpuMs, perSecond, p99: percentile(latencies, 0.99) }
}
