import type { Member } from '@/contracts/parts'
import { nobody } from '@/server/sandbox/own-database'
import type { EventRow, Follower } from './deliver-event'
import { ProblemError } from './errors'
import { EventOutlet } from './event-outlet'
import { requireRoom } from './event-room'
import { eventTail } from './event-tail'

/** With more than this unread, a stream gets the rest from the log, as it reads. */
const mostUnreadBytes = 1024 * 1024

/**
 * A stream of server-sent events of one sandbox
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). Without
 * `Last-Event-ID` it starts now; with it, nothing is missed. With `?kind=order`
 * it carries the events `order.*` only.
 */
export async function eventStream(
  request: Request,
  who: { sandbox: string; member: Member | null } | null,
): Promise<ReadableStream<Uint8Array>> {
  const sandboxId = who?.sandbox ?? nobody
  const memberId = who?.member?.id ?? null
  const isWanted = wantedBy(request)
  const tail = eventTail()
  const cursor = startOf(request, await tail.newest())
  // Nothing is awaited from here to the joining, so none slips in between.
  requireRoom(tail, sandboxId)

  let follower: Follower | undefined
  let outlet: EventOutlet | undefined
  const leave = () => {
    if (follower) tail.leave(follower)
    follower = undefined
    outlet?.goOn()
  }
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        // An id without data: whoever is cut off before the first event can
        // still resume from here.
        const first = new TextEncoder().encode(`retry: 2000\nid: ${cursor}\n\n`)
        const way = (outlet = new EventOutlet(request, controller, first))
        const close = () => {
          if (!follower) return
          leave()
          controller.close()
        }
        follower = {
          sandboxId,
          memberId,
          cursor,
          isLive: false,
          isWanted,
          close,
          send: (chunk) => {
            if (follower) way.write(chunk)
          },
          isBehind: () => way.unreadBytes > mostUnreadBytes,
          async hasRoom() {
            while (follower && way.isFull) await way.room()
          },
          beatsWaited: 0,
        }
        request.signal.addEventListener('abort', leave)
        void tail.follow(follower).catch(close)
      },
      pull: () => outlet?.goOn(),
      cancel: leave,
    },
    { highWaterMark: 1, size: (chunk) => chunk?.byteLength ?? 0 },
  )
}

/** What a stream is to carry: one kind of event, or all of them. */
function wantedBy({ url }: Request): ((row: EventRow) => boolean) | undefined {
  const kind = new URL(url).searchParams.get('kind')
  if (kind === null) return undefined
  if (kind === 'order') return (row) => row.kind.startsWith('order.')
  throw new ProblemError(
    'malformed-request',
    'A stream carries everything, or with "kind=order" what happens to orders.',
  )
}

/** An id that was never given out comes from another database: start now. */
function startOf(request: Request, newest: number): number {
  const last = request.headers.get('last-event-id') ?? ''
  return /^\d{1,15}$/.test(last) && Number(last) <= newest
    ? Number(last)
    : newest
}
