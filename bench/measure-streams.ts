import { join } from 'node:path'
import {
  memoryOf,
  startEventFloor,
  startEvents,
  type EventServer,
} from './event-servers'
import { openStreams, type Stream } from './open-streams'
import { measureResuming } from './measure-resuming'
import { canReadCpu, cpuMsOf, hasComeToRest } from './process-cpu'
import { compare, state, type Result } from './results'
import { alternate } from './rounds'
import { publish, until, type Sent } from './publish'
import { stopServer } from './start-server'
import { median, percentile } from './statistics'

const streamCount = 1_000
const broadcasts = 5
const publishers = 16
const floorName = 'bare node:http'
/** The last room is everybody's; each of the others belongs to one stream. */
const shared = streamCount

type Round = {
  latencies: number[]
  cpuMs: number
  /** How often a stream did not hear, heard twice, or heard another's. */
  wrong: { lost: number; doubled: number; astray: number }
}
type Mode = 'broadcast' | 'own'

/**
 * A thousand open streams on one process: once all of them in one sandbox,
 * which hears each event a thousand times, and once each in a sandbox of its
 * own. An event is a span that a caller posts; it is timed from there.
 */
export async function measureStreams(folder: string): Promise<Result[]> {
  const ours = await startEvents(join(folder, 'events'), streamCount + 1)
  const floor = await startEventFloor()
  const servers = { ours, floor }
  const results: Result[] = []
  for (const mode of ['broadcast', 'own'] as const) {
    const open = {
      ours: await openAll(ours, mode),
      floor: await openAll(floor, mode),
    }
    for (const name of ['ours', 'floor'] as const)
      await measureRound(servers[name], open[name].streams, mode)
    const rounds = await alternate(['ours', 'floor'] as const, (name) =>
      measureRound(servers[name], open[name].streams, mode),
    )
    results.push(...rowsOf(mode, rounds))
    if (mode === 'broadcast')
      results.push(
        compare(
          {
            what: 'memory a stream, 1,000 streams',
            unit: 'KiB',
            floorName,
            goal: '<= 95 KiB, best 60 KiB',
          },
          [open.ours.memoryKiB],
          [open.floor.memoryKiB],
        ),
      )
    for (const { streams } of Object.values(open))
      for (const stream of streams) stream.cut()
    await hasComeToRest(ours.server.pid)
  }
  await stopServer(floor.server)
  return [...results, ...(await measureResuming(ours))]
}

async function openAll(events: EventServer, mode: Mode) {
  await hasComeToRest(events.server.pid)
  const before = memoryOf(events.server)
  const doors = Array.from({ length: streamCount }, (_, at) =>
    events.door(mode === 'own' ? at : shared),
  )
  const streams = await openStreams(events.server.port, doors)
  await hasComeToRest(events.server.pid)
  const memoryKiB = (memoryOf(events.server) - before) / streamCount
  return { streams, memoryKiB }
}

async function measureRound(
  events: EventServer,
  streams: readonly Stream[],
  mode: Mode,
): Promise<Round> {
  await hasComeToRest(events.server.pid)
  for (const stream of streams) stream.heard.clear()
  const before = cpuMsOf(events.server.pid)
  const sent =
    mode === 'own'
      ? await publishToEach(events)
      : await publishToAll(events, streams)
  const hearers = (room: number) =>
    mode === 'own' ? streams.slice(room, room + 1) : streams
  await until(() =>
    sent.every(({ mark, room }) =>
      hearers(room).every((s) => s.heard.has(mark)),
    ),
  )
  const cpuMs = cpuMsOf(events.server.pid) - before

  const latencies = sent.flatMap(({ mark, room, at }) =>
    hearers(room).flatMap((stream) => {
      const heard = stream.heard.get(mark)
      return heard ? [heard.at - at] : []
    }),
  )
  const wanted = sent.length * (mode === 'own' ? 1 : streamCount)
  return {
    latencies,
    cpuMs: cpuMs / latencies.length,
    wrong: { lost: wanted - latencies.length, ...strays(streams, mode) },
  }
}

function strays(streams: readonly Stream[], mode: Mode) {
  let [doubled, astray] = [0, 0]
  streams.forEach((stream, at) => {
    const mine = `bench-${mode === 'own' ? at : shared}-`
    for (const [mark, { times }] of stream.heard) {
      doubled += times - 1
      if (!mark.startsWith(mine)) astray++
    }
  })
  return { doubled, astray }
}

/** One after the other, each when all have heard the last. */
async function publishToAll(events: EventServer, streams: readonly Stream[]) {
  const sent: Sent[] = []
  for (let at = 0; at < broadcasts; at++) {
    const one = await publish(events, shared)
    sent.push(one)
    await until(() => streams.every(({ heard }) => heard.has(one.mark)))
  }
  return sent
}

async function publishToEach(events: EventServer): Promise<Sent[]> {
  const sent: Sent[] = []
  let next = 0
  const work = async () => {
    for (let room = next++; room < streamCount; room = next++)
      sent.push(await publish(events, room))
  }
  await Promise.all(Array.from({ length: publishers }, work))
  return sent
}

function rowsOf(mode: Mode, rounds: Record<'ours' | 'floor', Round[]>) {
  const where =
    mode === 'own'
      ? '1,000 streams, a sandbox each'
      : '1,000 streams of one sandbox'
  const goals =
    mode === 'own'
      ? { p99: '', cpu: '', cpuName: 'CPU an event, its posting included' }
      : {
          p99: '<= 3 x, best 2 x',
          cpu: '<= 2.05 x, best 1.5 x',
          cpuName: 'CPU an event and stream',
        }
  const all = rounds.ours.map(({ wrong }) => wrong)
  const sum = (name: keyof Round['wrong']) =>
    all.reduce((total, wrong) => total + wrong[name], 0)
  const row = (
    what: string,
    value: (round: Round) => number,
    goal: string,
  ): Result =>
    compare(
      { what: `${where}: ${what}`, unit: 'ms', floorName, goal },
      rounds.ours.map(value),
      rounds.floor.map(value),
    )
  return [
    row('p50 of an event', ({ latencies }) => median(latencies), ''),
    row(
      'p99 of an event',
      ({ latencies }) => percentile(latencies, 0.99),
      goals.p99,
    ),
    ...(canReadCpu
      ? [row(goals.cpuName, ({ cpuMs }) => cpuMs, goals.cpu)]
      : []),
    state(
      {
        what: `${where}: lost, doubled or astray`,
        unit: '',
        floorName: '',
        goal: '0',
        note: `${sum('lost')}, ${sum('doubled')}, ${sum('astray')}`,
      },
      all.map(({ lost, doubled, astray }) => lost + doubled + astray),
    ),
  ]
}
