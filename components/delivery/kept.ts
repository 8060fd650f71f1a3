import { isEmbedded } from '../embedded'

/*
 * Small texts that this browser keeps. Where storage is switched off they last
 * as long as the page, and so they do in a frame on another site.
 */
const prefix = 'back-of-house.'
const changed = 'back-of-house:kept'
const memory = new Map<string, string>()

export function readKept(name: string): string | null {
  try {
    return storage().getItem(prefix + name)
  } catch {
    return memory.get(name) ?? null
  }
}

/** Thrown away with the page where there is none, or none that is ours to use. */
function storage(): Storage {
  if (isEmbedded()) throw new Error('A frame keeps nothing.')
  return localStorage
}

/** Keeps a text, or forgets it. */
export function writeKept(name: string, text: string | null) {
  try {
    if (text === null) storage().removeItem(prefix + name)
    else storage().setItem(prefix + name, text)
  } catch {
    if (text === null) memory.delete(name)
    else memory.set(name, text)
  }
  dispatchEvent(new Event(changed))
}

/** Forgets everything whose name begins like this. */
export function forgetKept(beginning: string) {
  try {
    const kept = storage()
    for (const key of Object.keys(kept)) {
      if (key.startsWith(prefix + beginning)) kept.removeItem(key)
    }
  } catch {
    for (const name of memory.keys()) {
      if (name.startsWith(beginning)) memory.delete(name)
    }
  }
  dispatchEvent(new Event(changed))
}

/** Tells of changes, those made in other tabs included. */
export function onKept(listener: () => void): () => void {
  addEventListener(changed, listener)
  addEventListener('storage', listener)
  return () => {
    removeEventListener(changed, listener)
    removeEventListener('storage', listener)
  }
}

const startedOver = 'started-over'

/** Tells every screen of this browser that the sandbox was emptied. */
export function tellStartedOver() {
  writeKept(startedOver, String(Date.now()))
}

export function onStartedOver(listener: () => void): () => void {
  let last = readKept(startedOver)
  return onKept(() => {
    const now = readKept(startedOver)
    if (now === last) return
    last = now
    listener()
  })
}
