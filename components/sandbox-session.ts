import type { Part } from '@/contracts/parts'
import { BrokenContractError } from './api-errors'
import { keepToken } from './credential'
import { isEmbedded } from './embedded'
import { jsonRequest } from './json-request'
import { isRecord, isSandbox } from './read-reply'
import { endedKey, sandboxChanged, sandboxKey } from './sandbox-keys'
import { sendRequest } from './send-request'

/** The place that this browser has taken in somebody else’s sandbox. */
export type Place = {
  id: string
  part: Part
  name: string | null
  kind: 'phone' | 'class'
}

export type SandboxHint = { id: string; expiresAt: string; place?: Place }

let making: Promise<SandboxHint> | null = null
/** For browsers that keep nothing: known for as long as the page lives. */
let made: SandboxHint | null = null
let ended: Place | null = null

/**
 * What this browser remembers of its sandbox. It proves nothing: the proof is
 * in a cookie that no script can read. A frame on another site has no cookie,
 * so it remembers as long as its token (credential.ts), which is its own life.
 */
export function sandboxHint(): SandboxHint | null {
  return (isEmbedded() ? null : stored()) ?? made
}

/** Makes the sandbox before the first write: once, however often it is asked. */
export async function ensureSandbox(): Promise<SandboxHint> {
  const hint = sandboxHint()
  if (hint) return hint
  making ??= oneTabAtATime(makeSandbox).finally(() => {
    making = null
  })
  return making
}

export function forgetSandbox(id?: string) {
  const hint = sandboxHint()
  if (id && hint?.id !== id) return
  made = null
  keepToken(null)
  if (hint?.place) ended = hint.place
  if (!isEmbedded()) forgetStored(hint)
  dispatchEvent(new Event(sandboxChanged))
}

function forgetStored(hint: SandboxHint | null) {
  try {
    localStorage.removeItem(sandboxKey)
    if (hint?.place) localStorage.setItem(endedKey, JSON.stringify(hint.place))
  } catch {
    // Without storage there is nothing to forget.
  }
}

/** From now on this browser is in that sandbox: its cookie has been set. */
export function enterSandbox(hint: SandboxHint) {
  made = hint
  ended = null
  if (!isEmbedded()) store(hint)
  dispatchEvent(new Event(sandboxChanged))
}

function store(hint: SandboxHint) {
  try {
    localStorage.setItem(sandboxKey, JSON.stringify(hint))
    localStorage.removeItem(endedKey)
  } catch {
    // The cookie is what counts; without storage the page remembers.
  }
}

/** The place that was lost, until the next sandbox is entered. */
export function endedPlace(): Place | null {
  return placeIn(read(endedKey)) ?? ended
}

/** Tells when a sandbox was made or forgotten, in another tab too. */
export function onSandbox(listener: (event: Event) => void): () => void {
  addEventListener(sandboxChanged, listener)
  addEventListener('storage', listener)
  return () => {
    removeEventListener(sandboxChanged, listener)
    removeEventListener('storage', listener)
  }
}

async function makeSandbox(): Promise<SandboxHint> {
  const madeByOtherTab = sandboxHint()
  if (madeByOtherTab) return madeByOtherTab
  const { body } = await sendRequest(
    '/api/sandboxes',
    jsonRequest('POST', { autopilot: true }),
  )
  if (!isSandbox(body)) throw new BrokenContractError('not a sandbox')
  if (isEmbedded()) keepToken(body.token)
  const hint = { id: body.id, expiresAt: body.expiresAt }
  enterSandbox(hint)
  return hint
}

function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (isEmbedded() || !('locks' in navigator)) return work()
  return navigator.locks.request(sandboxKey, work)
}

function stored(): SandboxHint | null {
  const hint = read(sandboxKey)
  if (!isRecord(hint)) return null
  const { id, expiresAt, place: given } = hint
  if (typeof id !== 'string' || typeof expiresAt !== 'string') return null
  const place = placeIn(given)
  return { id, expiresAt, ...(place ? { place } : {}) }
}

function placeIn(value: unknown): Place | null {
  if (!isRecord(value) || typeof value.id !== 'string') return null
  const { id, name, kind } = value
  const part = parts.find((one) => one === value.part)
  if (!part || (kind !== 'phone' && kind !== 'class')) return null
  return { id, part, name: typeof name === 'string' ? name : null, kind }
}

const parts: readonly Part[] = ['guest', 'kitchen', 'courier']

function read(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}
