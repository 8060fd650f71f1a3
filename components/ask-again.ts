import { ApiProblemError, NotKnownError } from './api-errors'
import type { Press } from './api-client'

const pausesMs = [300, 1000, 3000, 8000]
/** A server that asks for more is not waited for: the reader decides. */
const longestToldMs = 10_000

/** How long to wait before the next try; null when there is to be none. */
export function pauseBefore(error: unknown, attempt: number): number | null {
  const pauseMs = pausesMs[attempt - 1]
  if (pauseMs === undefined) return null
  const jittered = pauseMs * (0.8 + Math.random() * 0.4)
  if (error instanceof NotKnownError) return jittered
  if (!(error instanceof ApiProblemError)) return null
  if (error.is('request-in-progress')) return jittered
  const { status } = error.problem
  const toldMs = error.retryAfterMs
  if ((status !== 503 && status !== 429) || toldMs === null) return null
  return toldMs <= longestToldMs ? Math.max(toldMs, jittered) : null
}

/** What a second try follows upon. */
export function whyAgain(error: unknown) {
  if (error instanceof ApiProblemError)
    return { why: 'told-to-wait', status: error.problem.status } as const
  const isOffline = error instanceof NotKnownError && error.isOffline
  return { why: isOffline ? 'offline' : 'no-answer', status: null } as const
}

/** The pause is a part of the story: the trace would have a hole without it. */
export async function waitForTurn(ms: number, { trace, root, signal }: Press) {
  const wait = trace.start('wait before asking again', { parent: root })
  try {
    await pause(ms, signal)
  } finally {
    wait.end()
  }
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new NotKnownError(false))
    })
  })
}
