import { callOut } from '@/server/http/call-out'
import { ownAddress, publicAddress } from '@/server/http/own-address'
import type { Reply } from '@/server/http/send'

const limits = { timeLimitMs: 5_000, longestReply: 64 * 1024 }

/**
 * Asks this very server, and no other, by whatever name it is called: a twin
 * lives in the process that made it. A form makes it a POST.
 */
export function askHere(
  address: string | URL,
  headers: Record<string, string>,
  form?: URLSearchParams,
): Promise<Reply> {
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return callOut({
    method: form ? 'POST' : 'GET',
    url: here(new URL(address)),
    headers: form ? { ...headers, ...type } : headers,
    body: form?.toString() ?? '',
    isOurs: true,
    ...limits,
  })
}

function here(url: URL): string {
  if (url.origin !== publicAddress('/').origin)
    throw new Error('Nobody is sent away from this site')
  const own = ownAddress()
  if (!own) return url.href
  return `http://${own.host}:${own.port}${url.pathname}${url.search}`
}
