import { driveLoad, type Call, type Length } from './drive-load'
import { canReadCpu, cpuMsOf, hasComeToRest } from './process-cpu'
import { compare, type Result } from './results'
import { alternate } from './rounds'
import type { Server } from './start-server'

const connections = 16
const round = { forMs: 1000, atLeast: 500 }
const warmUp = { forMs: 800, atLeast: 500 }
const page: Call = { method: 'GET', path: '/', expected: 200 }

/** The front page, uncompressed, from our server and from Next's own. */
export async function measurePage(
  site: Server,
  stock: Server,
): Promise<Result[]> {
  const servers = { site, stock }
  const names = ['site', 'stock'] as const
  for (const name of names) await measureRound(servers[name], warmUp)
  const rounds = await alternate(names, (name) =>
    measureRound(servers[name], round),
  )
  const row = (what: string, unit: string, key: 'perSecond' | 'cpuMs') =>
    compare(
      { what, unit, floorName: 'next start' },
      rounds.site.map((round) => round[key]),
      rounds.stock.map((round) => round[key]),
    )
  return [
    row('GET / at 16 connections', '/s', 'perSecond'),
    ...(canReadCpu ? [row('own CPU a GET /', 'ms', 'cpuMs')] : []),
  ]
}

async function measureRound({ pid, port }: Server, length: Length) {
  await hasComeToRest(pid)
  const before = cpuMsOf(pid)
  const drive = await driveLoad(port, connections, length, () => () => page)
  await hasComeToRest(pid)
  const cpuMs = (cpuMsOf(pid) - before) / drive.count
  return { cpuMs, perSecond: drive.perSecond }
}
