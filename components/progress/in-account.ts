const key = 'progress-in-account'

/** Whether what is read in this browser goes along with an account. */
export function isInAccount(): boolean {
  try {
    return localStorage.getItem(key) !== null
  } catch {
    return false
  }
}

/** Notes that somebody has signed in here, or that nobody is. */
export function noteInAccount(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(key, 'yes')
    else localStorage.removeItem(key)
  } catch {
    // A browser that keeps nothing keeps no progress either.
  }
}
