import { createParser, type EventSourceMessage } from 'eventsource-parser'
import { withCredential } from './credential'
import { pause } from './pause'

export type StreamState = 'connecting' | 'open' | 'waiting' | 'closed'

type StreamOptions = {
  lastEventId: () => string | null
  onEvent: (event: EventSourceMessage) => void
  onState: (state: StreamState) => void
  /** Where a stream stands before its first event: one may be cut off there. */
  onStart: (id: string) => void
  /** The server does not know this sandbox any more. */
  onStranger: () => void
  signal: AbortSignal
  /** The stream with everything, if no other is named. */
  path?: string
  /** For those who count: the head of a reply, and each piece of its body. */
  onHead?: (response: Response) => void
  onBytes?: (count: number) => void
}

const leastPauseMs = 500
const mostPauseMs = 30_000
/** The server says something at least every 15 seconds. */
const silenceMs = 40_000

/** Server-sent events by fetch: reconnects, and goes on where it left off. */
export async function followEvents(options: StreamOptions): Promise<void> {
  const { signal, onState } = options
  let pauseMs = leastPauseMs
  const setPause = (ms: number) => {
    pauseMs = ms
  }
  while (!signal.aborted) {
    onState('connecting')
    const fate = await readStream(options, setPause)
    if (signal.aborted || fate === 'refused') break
    if (fate === 'ended') pauseMs = leastPauseMs
    onState('waiting')
    await pause(pauseMs * (0.8 + Math.random() * 0.4), signal)
    pauseMs = Math.min(pauseMs * 2, mostPauseMs)
  }
  onState('closed')
}

async function readStream(
  options: StreamOptions,
  onRetry: (ms: number) => void,
): Promise<'ended' | 'failed' | 'refused'> {
  const { lastEventId, onEvent, onState, onStart, onStranger, signal } = options
  const { path = '/api/events', onHead, onBytes } = options
  const silence = new AbortController()
  const stop = () => silence.abort()
  signal.addEventListener('abort', stop, { once: true })
  let timer = setTimeout(stop, silenceMs)
  try {
    const id = lastEventId()
    const response = await fetch(
      path,
      withCredential({
        headers: {
          accept: 'text/event-stream',
          ...(id ? { 'last-event-id': id } : {}),
        },
        cache: 'no-store',
        signal: silence.signal,
      }),
    )
    onHead?.(response)
    if (response.status === 401) onStranger()
    if (response.status === 204 || response.status === 401) return 'refused'
    if (!response.ok || !response.body) return 'failed'
    onState('open')
    const parser = createParser({ onEvent, onRetry })
    const reader = response.body.getReader()
    const decoder = new TextDecoder()
    let opening: string | null = ''
    for (;;) {
      const { done, value: bytes } = await reader.read()
      if (done) return 'ended'
      onBytes?.(bytes.byteLength)
      const value = decoder.decode(bytes, { stream: true })
      if (opening !== null) {
        opening += value
        const start = startIn(opening)
        if (start !== undefined) opening = null
        if (start) onStart(start)
      }
      clearTimeout(timer)
      timer = setTimeout(stop, silenceMs)
      parser.feed(value)
    }
  } catch {
    return 'failed'
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', stop)
    stop()
  }
}

/**
 * The id of a first block that carries no event, which the parser passes over.
 * Empty when there is none; undefined while the block is not whole.
 */
function startIn(text: string): string | undefined {
  const end = text.indexOf('\n\n')
  if (end < 0) return undefined
  const block = text.slice(0, end)
  return /^data:/m.test(block) ? '' : (/^id: ?(\d+)$/m.exec(block)?.[1] ?? '')
}
