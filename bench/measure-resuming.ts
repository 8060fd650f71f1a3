import type { startEvents } from './event-servers'
import { openStreams } from './open-streams'
import { publish, until, type Sent } from './publish'
import { state, type Result } from './results'
import { stopServer } from './start-server'

const resumed = { rooms: 50, events: 10 }

/** Cut off, then told a number of things, then back with the last id. */
export async function measureResuming(
  events: Awaited<ReturnType<typeof startEvents>>,
): Promise<Result[]> {
  const doors = Array.from({ length: resumed.rooms }, (_, at) =>
    events.door(at),
  )
  const streams = await openStreams(events.server.port, doors)
  const missed = async (restart: boolean) => {
    for (const stream of streams) {
      stream.cut()
      stream.heard.clear()
    }
    const sent: Sent[] = []
    for (let at = 0; at < resumed.rooms; at++)
      for (let event = 0; event < resumed.events; event++)
        sent.push(await publish(events, at))
    if (restart) {
      await stopServer(events.server)
      events.server = await events.restart()
    }
    await openStreams(events.server.port, doors, streams)
    const hasHeard = ({ mark, room }: Sent) =>
      streams[room]?.heard.get(mark)?.times === 1
    await until(() => sent.every(hasHeard))
    return (sent.filter(hasHeard).length / sent.length) * 100
  }
  const row = (what: string) => ({
    what,
    unit: '%',
    floorName: '',
    goal: '100 %',
  })
  const afterCut = await missed(false)
  const afterRestart = await missed(true)
  for (const stream of streams) stream.cut()
  await stopServer(events.server)
  return [
    state(row('missed events that come after a cut'), [afterCut]),
    state(row('the same across a restart of the server'), [afterRestart]),
  ]
}
