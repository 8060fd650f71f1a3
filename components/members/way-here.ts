/** Addresses that mean “this very computer”, whoever opens them. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname.endsWith('.localhost') ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  )
}

/**
 * The link of an invitation as another device can open it. Where the server
 * knows only its loopback address and this page was opened by a better one,
 * that one is taken.
 */
export function wayHere(
  url: string,
  page: { hostname: string; origin: string },
): { link: string; isForThisComputer: boolean } {
  const given = new URL(url)
  if (!isLoopback(given.hostname)) {
    return { link: url, isForThisComputer: false }
  }
  if (isLoopback(page.hostname)) return { link: url, isForThisComputer: true }
  const link = new URL(`${given.pathname}${given.hash}`, page.origin).href
  return { link, isForThisComputer: false }
}
