import { env } from '@/env'

/** Where this server listens itself; null where the platform does it instead. */
export function ownAddress(): { host: string; port: number } | null {
  if (env.onVercel) return null
  const host = globalThis.backOfHouseServer?.host ?? '127.0.0.1'
  return { host, port: env.PORT }
}

/** The address of one of our own paths, for calls to ourselves. */
export function publicAddress(path: string): URL {
  return new URL(path, env.publicUrl)
}

/** The field from which the address of a caller is believed, if there is one. */
export function believedField(): string | null {
  return env.TRUSTED_ADDRESS_HEADER ?? null
}

/** Whether the site is reached by HTTPS, so that a cookie may ask for it. */
export function isHttps(): boolean {
  return env.publicUrl.startsWith('https:')
}
