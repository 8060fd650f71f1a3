import { notFound } from 'next/navigation'
import { env } from '@/env'

/** Whom to tell is known when the site starts, not when it is built. */
export const dynamic = 'force-dynamic'

const monthMs = 30 * 24 * 60 * 60 * 1000

/**
 * Whom to tell of a weakness (RFC 9116). Where `SECURITY_CONTACT` names nobody
 * there is no such file: a contact that does not answer is worse than none.
 */
export function GET(): Response {
  if (env.SECURITY_CONTACT === undefined) notFound()
  const lines = [
    `Contact: ${env.SECURITY_CONTACT}`,
    `Expires: ${new Date(Date.now() + monthMs).toISOString()}`,
    'Preferred-Languages: en',
    `Canonical: ${env.publicUrl}/.well-known/security.txt`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  })
}
