import { createHash } from 'node:crypto'
import { env } from '@/env'

/**
 * The address a request came from, hashed: it is only compared, never shown.
 * It is the socket's, which scripts/serve.mjs writes into a header after
 * removing what the caller put there; or the platform's trusted header. What a
 * caller writes into `X-Forwarded-For` changes nothing.
 */
export function addressOf(headers: Headers): string {
  const address = env.TRUSTED_ADDRESS_HEADER
    ? headers.get(env.TRUSTED_ADDRESS_HEADER)
    : env.onVercel
      ? headers.get('x-vercel-forwarded-for')
      : globalThis.backOfHouseServer?.setsPeerHeader
        ? headers.get('x-boh-peer')
        : null
  return createHash('sha256')
    .update(address?.split(',')[0]?.trim() ?? 'unknown')
    .digest('base64url')
    .slice(0, 22)
}
