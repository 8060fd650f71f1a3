/**
 * Whether this page is a lab for the frame of another site, which is told by
 * its address: `/labs/<lab>?embed`. proxy.ts goes by the same.
 */
export function isEmbedded(): boolean {
  return (
    typeof location !== 'undefined' &&
    /^\/labs\/[^/]+$/.test(location.pathname) &&
    new URLSearchParams(location.search).has('embed')
  )
}
