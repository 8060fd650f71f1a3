/** What a page itself sees of its request, by `performance.now()`. */
export type Marks = {
  sentAt: number
  status?: number
  headersAt?: number
  readAt?: number
  parsedAt?: number
}

/** The browser's own measurement of it, as far as it is used here. */
export type Timing = Pick<
  PerformanceResourceTiming,
  | 'startTime'
  | 'domainLookupStart'
  | 'domainLookupEnd'
  | 'connectStart'
  | 'connectEnd'
  | 'secureConnectionStart'
  | 'requestStart'
  | 'responseStart'
  | 'responseEnd'
  | 'nextHopProtocol'
  | 'encodedBodySize'
>

export type Phase = {
  name: string
  startedAt: number
  endedAt: number
  inner: Phase[]
}

/** Both clocks are rounded, so two times of one moment can differ by this. */
const roundingMs = 1

/**
 * The parts of a request that was answered, from the browser's measurement if
 * it is whole and fits what the page saw; else from what the page saw alone.
 */
export function phasesOf(marks: Marks, timing: Timing | null): Phase[] {
  const { sentAt, headersAt, readAt } = marks
  if (headersAt === undefined || readAt === undefined) return []
  if (!timing || !isWhole(timing, sentAt, readAt))
    return [
      phase('wait for the first byte', sentAt, headersAt),
      phase('read the reply', headersAt, readAt),
    ]

  const within = (at: number) => Math.min(readAt, Math.max(sentAt, at))
  const [leaves, answers, over] = [
    within(timing.requestStart),
    within(timing.responseStart),
    within(timing.responseEnd),
  ]
  return [
    phase('prepare the request', sentAt, leaves, connection(timing)),
    phase('wait for the first byte', leaves, answers),
    phase('read the reply', answers, over),
  ]
}

/** A browser leaves zeros where it does not tell, or nothing was sent. */
export function isWhole(
  timing: Timing,
  sentAt: number,
  readAt: number,
): boolean {
  const { startTime, requestStart, responseStart, responseEnd } = timing
  const times = [sentAt, startTime, requestStart, responseStart, responseEnd]
  return [...times, readAt].every(
    (at, index, all) => at >= (all[index - 1] ?? 0) - roundingMs && at > 0,
  )
}

/** What a request on a connection that is open already does without. */
function connection(timing: Timing): Phase[] {
  const { connectStart, connectEnd, secureConnectionStart } = timing
  const open = phase('open a connection', connectStart, connectEnd)
  if (secureConnectionStart > 0)
    open.inner.push(
      phase('secure the connection', secureConnectionStart, connectEnd),
    )
  return [
    phase(
      'look up the address',
      timing.domainLookupStart,
      timing.domainLookupEnd,
    ),
    open,
  ].filter(({ startedAt, endedAt }) => endedAt > startedAt)
}

function phase(
  name: string,
  startedAt: number,
  endedAt: number,
  inner: Phase[] = [],
): Phase {
  return { name, startedAt, endedAt, inner }
}

/** How long after the reply its measurement is waited for. */
const longestWaitMs = 500

/**
 * Watches for the browser's measurement of the next request to an address. An
 * observer hears of it also when the page's list of measurements is full.
 */
export function watchTiming(path: string): () => Promise<Timing | null> {
  const since = performance.now() - roundingMs
  const address = new URL(path, location.href).href
  let tell: (timing: Timing | null) => void = () => undefined
  const told = new Promise<Timing | null>((resolve) => (tell = resolve))
  let observer: PerformanceObserver | undefined
  try {
    observer = new PerformanceObserver((list) => {
      const found = list
        .getEntriesByName(address)
        .find(({ startTime }) => startTime >= since)
      if (found instanceof PerformanceResourceTiming) tell(found)
    })
    observer.observe({ type: 'resource' })
  } catch {
    // A browser without it measures nothing.
    tell(null)
  }
  return async () => {
    const timer = setTimeout(() => tell(null), longestWaitMs)
    const timing = await told
    clearTimeout(timer)
    observer?.disconnect()
    return timing
  }
}
