import type { Member } from '@/contracts/parts'
import { nobody } from '@/server/sandbox/own-database'
import { isHeartbeat, type EventRow, type Follower } from './deliver-event'
import { requireRoom } from './event-room'
import { eventTail } from './event-tail'

/** For one who waits for news of an order without holding anything else. */
export type Bell = {
  /** The next ring from now on: of news, or because the time is over. */
  next: () => Promise<Ring>
  takeDown: () => void
}
export type Ring = 'news' | 'over'

/**
 * A bell that rings at every event of one order, for so many seconds at most;
 * less if the caller leaves, is shown out, or the server stops.
 */
export async function hangBell(
  { signal }: Request,
  who: { sandbox: string; member: Member | null } | null,
  { order, wait }: { order: string; wait: number },
): Promise<Bell> {
  const tail = eventTail()
  const sandboxId = who?.sandbox ?? nobody
  const cursor = await tail.newest()
  // Nothing is awaited from here to the joining.
  requireRoom(tail, sandboxId)

  let isOver = false
  let waiting: ((ring: Ring) => void)[] = []
  const tell = (ring: Ring) => {
    const told = waiting
    waiting = []
    for (const hear of told) hear(ring)
  }
  const takeDown = () => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    signal.removeEventListener('abort', takeDown)
    tail.leave(follower)
    tell('over')
  }
  const follower: Follower = {
    sandboxId,
    memberId: who?.member?.id ?? null,
    cursor,
    isLive: false,
    isWanted: (row) => isOf(order, row),
    send: (chunk) => {
      if (!isHeartbeat(chunk)) tell('news')
    },
    isBehind: () => false,
    hasRoom: async () => undefined,
    beatsWaited: 0,
    close: takeDown,
  }
  const timer = setTimeout(takeDown, wait * 1000)
  signal.addEventListener('abort', takeDown)
  if (signal.aborted) takeDown()
  else void tail.follow(follower).catch(takeDown)
  return {
    next: () =>
      isOver
        ? Promise.resolve('over')
        : new Promise((hear) => waiting.push(hear)),
    takeDown,
  }
}

function isOf(order: string, { kind, data }: EventRow): boolean {
  return (
    kind.startsWith('order.') &&
    typeof data === 'object' &&
    data !== null &&
    'order' in data &&
    data.order === order
  )
}
