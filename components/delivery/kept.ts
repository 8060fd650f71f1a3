/*
 * Small texts that this browser keeps. Where storage is switched off they last
 * as long as the page.
 */
const prefix = 'back-of-house.'
const changed = 'back-of-house:kept'
const memory = new Map<string, string>()

export function readKept(name: string): string | null {
  try {
    return localStorage.getItem(prefix + name)
  } catch {
    return memory.get(name) ?? null
  }
}

/** Keeps a text, or forgets it. */
export function writeKept(name: string, text: string | null) {
  try {
    if (text === null) localStorage.removeItem(prefix + name)
    else localStorage.setItem(prefix + name, text)
  } catch {
    if (text === null) memory.delete(name)
    else memory.set(name, text)
  }
  dispatchEvent(new Event(changed))
}

/** Forgets everything whose name begins like this. */
export function forgetKept(beginning: string) {
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix + beginning)) localStorage.removeItem(key)
    }
  } catch {
    memory.clear()
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
