import { isRecord } from '@/components/read-reply'
import { sendRequest } from '@/components/send-request'

/** One question to the server what time it is, by the clock of the page. */
type ClockSample = { sentAt: number; readAt: number; serverMs: number }

export type ClockOffset = {
  /** Added to a time of the page it gives the time of the server. */
  ms: number
  /** It may be wrong by so much, at most, in either direction. */
  uncertainMs: number
  samples: number
}

/** Times on the wire are whole milliseconds. */
const roundingMs = 0.5

/**
 * The server read its clock somewhere between the request and the reply: the
 * middle is taken, and half the way is what it may be wrong by. Of several
 * questions the quickest is the best (Cristian, 1989).
 */
export function offsetOf(samples: readonly ClockSample[]): ClockOffset | null {
  const [best] = samples.toSorted(
    (a, b) => a.readAt - a.sentAt - (b.readAt - b.sentAt),
  )
  if (!best) return null
  const { sentAt, readAt, serverMs } = best
  return {
    ms: serverMs + roundingMs - (sentAt + readAt) / 2,
    uncertainMs: (readAt - sentAt) / 2 + roundingMs,
    samples: samples.length,
  }
}

const questions = 5

/**
 * Asks for the time so often, one question after the other, at the door that
 * answers at once what is known of the order. Tells also where its log stands.
 */
export async function askForClock(
  order: string,
): Promise<{ offset: ClockOffset; lastId: number }> {
  const samples: ClockSample[] = []
  let lastId = 0
  while (samples.length < questions) {
    const sentAt = performance.now()
    const { body } = await sendRequest(
      `/api/labs/polling-or-push?order=${order}&wait=1`,
    )
    const readAt = performance.now()
    if (!isRecord(body) || !Array.isArray(body.items)) break
    const last: unknown = body.items.at(-1)
    if (isRecord(last)) lastId = Number(last.id)
    const serverMs = Date.parse(String(body.answeredAt))
    samples.push({ sentAt, readAt, serverMs })
  }
  const offset = offsetOf(samples)
  if (!offset || !Number.isFinite(offset.ms + lastId))
    throw new Error('The server did not tell the time')
  return { offset, lastId }
}
