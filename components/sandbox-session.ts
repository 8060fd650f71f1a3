import { BrokenContractError } from './api-errors'
import { isRecord, isSandbox } from './read-reply'
import { sendRequest } from './send-request'

export type SandboxHint = { id: string; expiresAt: string }

const key = 'back-of-house.sandbox'
const changed = 'back-of-house:sandbox'
let making: Promise<SandboxHint> | null = null
/** For browsers that keep nothing: known for as long as the page lives. */
let made: SandboxHint | null = null

/**
 * What this browser remembers of its sandbox. It proves nothing: the proof is
 * in a cookie that no script can read.
 */
export function sandboxHint(): SandboxHint | null {
  return stored() ?? made
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
  if (id && sandboxHint()?.id !== id) return
  made = null
  try {
    localStorage.removeItem(key)
  } catch {
    // Without storage there is nothing to forget.
  }
  dispatchEvent(new Event(changed))
}

/** Tells when a sandbox was made or forgotten, in another tab too. */
export function onSandbox(listener: () => void): () => void {
  addEventListener(changed, listener)
  addEventListener('storage', listener)
  return () => {
    removeEventListener(changed, listener)
    removeEventListener('storage', listener)
  }
}

async function makeSandbox(): Promise<SandboxHint> {
  const madeByOtherTab = sandboxHint()
  if (madeByOtherTab) return madeByOtherTab
  const { body } = await sendRequest('/api/sandboxes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ autopilot: true }),
  })
  if (!isSandbox(body)) throw new BrokenContractError('not a sandbox')
  const hint = { id: body.id, expiresAt: body.expiresAt }
  made = hint
  try {
    localStorage.setItem(key, JSON.stringify(hint))
  } catch {
    // The cookie is what counts; without storage the page remembers.
  }
  dispatchEvent(new Event(changed))
  return hint
}

function oneTabAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request(key, work)
}

function stored(): SandboxHint | null {
  try {
    const hint: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    const isHint =
      isRecord(hint) &&
      typeof hint.id === 'string' &&
      typeof hint.expiresAt === 'string'
    return isHint
      ? { id: String(hint.id), expiresAt: String(hint.expiresAt) }
      : null
  } catch {
    return null
  }
}
