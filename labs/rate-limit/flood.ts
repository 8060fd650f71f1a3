import { callers, type Caller } from '@/contracts/rate-limit-choices'
import type { RateLimitTry } from '@/contracts/rate-limit-lab'
import { pause } from '@/components/pause'
import { sendRequest } from '@/components/send-request'
import { hammerMs, momentsOf, runMsOf, type Trial } from './plan'
import { door, sendTry, type Tried } from './send-try'

type Flood = {
  trial: Trial
  /** Told each reply as it comes. */
  onTried: (tried: Tried) => void
  /** Aborted when nobody wants the rest. */
  signal: AbortSignal
}

/** Sends what both callers send, in real time, and waits for the last reply. */
export async function flood({ trial, onTried, signal }: Flood): Promise<void> {
  await sendRequest(door, { method: 'DELETE' })
  const failed = new AbortController()
  const either = AbortSignal.any([signal, failed.signal])
  const beganAt = performance.now()
  const ask = async (caller: Caller): Promise<Tried | null> => {
    const sentMs = performance.now() - beganAt
    try {
      const told = await sendTry(wishOf(trial, caller))
      const tookMs = performance.now() - beganAt - sentMs
      const tried = { ...told, caller, sentMs, tookMs }
      if (!either.aborted) onTried(tried)
      return tried
    } catch (error) {
      // One that fails ends them all: the rest would fail as well.
      failed.abort(error)
      throw error
    }
  }
  const untilMs = runMsOf(trial)
  const elapsed = () => performance.now() - beganAt
  await Promise.all(
    callers.map((caller) => {
      const moments = momentsOf(trial, caller)
      return moments
        ? comeAt(moments, () => ask(caller), elapsed, either)
        : comeWhenAllowed(untilMs, () => ask(caller), elapsed, either)
    }),
  )
}

function wishOf({ manner: _, ...limit }: Trial, caller: Caller): RateLimitTry {
  return { caller, ...limit }
}

/** Whatever it is told, it comes at these moments, without waiting for a reply. */
async function comeAt(
  moments: readonly number[],
  ask: () => Promise<unknown>,
  elapsed: () => number,
  signal: AbortSignal,
): Promise<void> {
  const asked: Promise<unknown>[] = []
  for (const moment of moments) {
    await pause(Math.max(0, moment - elapsed()), signal)
    if (signal.aborted) break
    const one = ask()
    one.catch(() => undefined)
    asked.push(one)
  }
  await Promise.all(asked)
}

/** It comes as fast as the others, and waits whenever it is told to. */
async function comeWhenAllowed(
  untilMs: number,
  ask: () => Promise<Tried | null>,
  elapsed: () => number,
  signal: AbortSignal,
): Promise<void> {
  while (elapsed() < untilMs && !signal.aborted) {
    const sentMs = elapsed()
    const tried = await ask()
    const restMs = hammerMs - (elapsed() - sentMs)
    await pause(tried?.retryAfterMs ?? Math.max(0, restMs), signal)
  }
}
