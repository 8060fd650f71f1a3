import { env } from '@/env'
import { ProblemError } from './errors'
import { eventTail, type Follower } from './event-tail'

/** More than this unread, and a stream is closed: its reader comes back later. */
const mostUnreadBytes = 1024 * 1024

declare global {
  var backOfHouseClosers: Set<() => void> | undefined
}

/** Streams end politely when the server is told to stop (scripts/serve.mjs). */
function closeWithServer(): void {
  globalThis.backOfHouseClosers ??= new Set()
  globalThis.backOfHouseClosers.add(closeAll)
}
function closeAll(): void {
  eventTail().closeAll()
}

/**
 * A stream of server-sent events of one sandbox
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). Without
 * `Last-Event-ID` it starts now; with it, nothing is missed.
 */
export async function eventStream(
  request: Request,
  sandboxId: string,
): Promise<ReadableStream<Uint8Array>> {
  const tail = eventTail()
  closeWithServer()
  const cursor = startOf(request, await tail.newest())
  // Nothing is awaited from here to the joining, so none slips in between.
  if (tail.streamsOf(sandboxId) >= env.QUOTA_STREAMS)
    throw new ProblemError(
      'too-many-streams',
      `A sandbox may keep ${env.QUOTA_STREAMS} event streams open at once.`,
      { headers: { 'Retry-After': '5' } },
    )

  let follower: Follower | undefined
  let goOn = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const leave = () => {
          if (!follower) return
          tail.leave(follower)
          follower = undefined
          goOn()
        }
        const close = () => {
          if (!follower) return
          leave()
          controller.close()
        }
        follower = {
          sandboxId,
          cursor,
          isLive: false,
          close,
          send(chunk) {
            if (!follower) return
            controller.enqueue(chunk)
            if ((controller.desiredSize ?? 0) < -mostUnreadBytes) close()
          },
          async hasRoom() {
            while (follower && (controller.desiredSize ?? 1) <= 0)
              await new Promise<void>((resolve) => (goOn = resolve))
          },
        }
        request.signal.addEventListener('abort', leave)
        // An id without data: whoever is cut off before the first event can
        // still resume from here.
        follower.send(
          new TextEncoder().encode(`retry: 2000\nid: ${cursor}\n\n`),
        )
        void tail.follow(follower).catch(close)
      },
      pull: () => goOn(),
      cancel() {
        if (follower) tail.leave(follower)
        follower = undefined
        goOn()
      },
    },
    { highWaterMark: 1, size: (chunk) => chunk?.byteLength ?? 0 },
  )
}

/** An id that was never given out comes from another database: start now. */
function startOf(request: Request, newest: number): number {
  const last = request.headers.get('last-event-id') ?? ''
  return /^\d{1,15}$/.test(last) && Number(last) <= newest
    ? Number(last)
    : newest
}
