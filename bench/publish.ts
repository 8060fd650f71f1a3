import { setTimeout as sleep } from 'node:timers/promises'
import { call } from './drive-load'
import type { EventServer } from './event-servers'

const waitAtMostMs = 15_000

export type Sent = { mark: string; room: number; at: number }

let marks = 0

/** Tells a room of something that can be told from everything else. */
export async function publish(
  events: EventServer,
  room: number,
): Promise<Sent> {
  const mark = `bench-${room}-${++marks}`
  const at = performance.now()
  await call(events.server.port, events.publish(room, mark))
  return { mark, room, at }
}

/** Gives up after a while; whoever asked counts what is missing. */
export async function until(isTrue: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + waitAtMostMs
  while (!isTrue() && performance.now() < giveUpAt) await sleep(5)
}
