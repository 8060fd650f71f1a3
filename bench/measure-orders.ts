import type { OrderLoad } from './order-load'
import type { OrderServer } from './order-servers'
import { canReadCpu, cpuMsOf } from './process-cpu'
import { compare, type Result } from './results'
import { alternate } from './rounds'
import { median, percentile } from './statistics'

const connections = 16
const roundMs = 1500

const variants = ['floor', 'whole', 'untraced', 'alone'] as const
const floorNames: Record<OrderServer, string> = {
  floor: 'bare node:http',
  whole: 'ours',
  untraced: 'TRACING=off',
  alone: 'kitchen silent',
}

type Round = { count: number; cpuMs: number; perSecond: number; p99: number }
type Rounds = Record<OrderServer, Round[]>

/**
 * The order route at sixteen connections. CPU is that of the whole process
 * until it has come to rest: what follows the reply belongs to the order.
 */
export async function measureOrders(
  loads: Record<OrderServer, OrderLoad>,
): Promise<Result[]> {
  await Promise.all(variants.map((name) => loads[name].warmUp(connections)))
  const rounds = await alternate(variants, (name) => measureRound(loads[name]))
  return [
    ...(canReadCpu ? cpuRows(rounds) : []),
    row(rounds, 'perSecond', 'whole', 'floor', {
      goal: '>= 0.18, best >= 0.25',
    }),
    row(rounds, 'perSecond', 'untraced', 'floor'),
    row(rounds, 'perSecond', 'alone', 'floor'),
    row(rounds, 'p99', 'whole', 'floor'),
    row(rounds, 'p99', 'alone', 'floor'),
  ]
}

function cpuRows(rounds: Rounds): Result[] {
  const counts = variants.map((name) =>
    median(rounds[name].map(({ count }) => count)),
  )
  return [
    row(rounds, 'cpuMs', 'whole', 'floor', {
      note: `at least ${Math.min(...counts)} orders a round`,
    }),
    row(rounds, 'cpuMs', 'untraced', 'floor'),
    row(rounds, 'cpuMs', 'alone', 'floor'),
    row(rounds, 'cpuMs', 'whole', 'untraced', {
      goal: '<= 1.20, best <= 1.12',
      note: 'with tracing against without',
    }),
  ]
}

const measures = {
  cpuMs: { what: 'own CPU an order', unit: 'ms' },
  perSecond: { what: 'orders at 16 connections', unit: '/s' },
  p99: { what: 'order p99 at 16 connections', unit: 'ms' },
}

function row(
  rounds: Rounds,
  key: keyof typeof measures,
  ours: OrderServer,
  floor: OrderServer,
  more: { goal?: string; note?: string } = {},
): Result {
  const { what, unit } = measures[key]
  const variant = ours === 'whole' ? '' : `, ${floorNames[ours]}`
  return compare(
    { what: what + variant, unit, floorName: floorNames[floor], ...more },
    rounds[ours].map((round) => round[key]),
    rounds[floor].map((round) => round[key]),
  )
}

async function measureRound(load: OrderLoad): Promise<Round> {
  const { pid } = load.server
  await load.prepare(connections, roundMs)
  const before = cpuMsOf(pid)
  const { count, perSecond, latencies } = await load.drive(connections, roundMs)
  await load.rest()
  const cpuMs = (cpuMsOf(pid) - before) / count
  return { count, cpuMs, perSecond, p99: percentile(latencies, 0.99) }
}
