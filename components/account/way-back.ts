const name = 'sign-in-way-back'

/** Where a sign-in began, for when it ends with a refusal; null for nowhere. */
export function noteWayBack(path: string | null): void {
  try {
    if (path === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, path)
  } catch {
    // A browser that keeps nothing leads to the account, as before.
  }
}

/** Read once: the lab or the chapter that a sign-in began in. */
export function takeWayBack(): string | null {
  try {
    const path = sessionStorage.getItem(name)
    noteWayBack(null)
    return path !== null && /^\/(labs|learn)\/[a-z-]+$/.test(path) ? path : null
  } catch {
    return null
  }
}
