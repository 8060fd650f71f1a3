import { ApiProblemError } from '../api-errors'
import { pause } from '../pause'

/** Whoever comes third waits so often before they are told. */
const mostWaits = 6

/**
 * Does what a server lets few do at a time. Where the lab is taken it waits
 * for as long as it is told to, and tries again.
 */
export async function inTurn<Result>(
  work: () => Promise<Result>,
  onWait: () => void = () => undefined,
): Promise<Result> {
  for (let waits = 0; ; waits++) {
    try {
      return await work()
    } catch (error) {
      const isTaken = error instanceof ApiProblemError && error.is('lab-busy')
      if (!isTaken || waits === mostWaits) throw error
      onWait()
      await pause(error.retryAfterMs ?? 1_000)
    }
  }
}
