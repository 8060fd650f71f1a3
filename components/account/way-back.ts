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

/** Read once: the page that a sign-in began in. */
export function takeWayBack(): string | null {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null
  } finally {
    noteWayBack(null)
  }
}
