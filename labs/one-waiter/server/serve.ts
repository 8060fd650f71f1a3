import { setTimeout as sleep } from 'node:timers/promises'
import { waitMs } from '@/contracts/serving-ways'
import type { Served } from '@/contracts/one-waiter'
import { addUpRounds } from './rounds.mjs'
import { workers } from './workers'

type Done = Omit<Served, 'number'>

/** Waits, as for a database or a restaurant: the thread is free meanwhile. */
export async function waitForSomebody(): Promise<Done> {
  const began = performance.now()
  await sleep(waitMs)
  return { waitedMs: 0, workMs: performance.now() - began, metres: null }
}

/** Computes. The function is async, and still nobody else gets a turn. */
export async function computeHere(): Promise<Done> {
  const began = performance.now()
  const metres = addUpRounds()
  return { waitedMs: 0, workMs: performance.now() - began, metres }
}

/** Has the same computed in another thread, and waits for it. */
export async function computeInThread(): Promise<Done> {
  const began = performance.now()
  const { metres, workMs } = await workers().work()
  const waitedMs = performance.now() - began - workMs
  return { waitedMs: Math.max(0, waitedMs), workMs, metres }
}
