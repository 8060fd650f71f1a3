import { createHmac, timingSafeEqual } from 'node:crypto'
import { derivedKey } from '@/server/sandbox/derived-key'

/** A text that anybody can read, with a signature that only we can make. */
export function signed(text: string): string {
  const readable = Buffer.from(text).toString('base64url')
  return `${readable}.${signatureOf(readable)}`
}

/** The text again; null when a character of it is not as we signed it. */
export function readSigned(value: string): string | null {
  const [readable = '', signature = ''] = value.split('.')
  const ours = Buffer.from(signatureOf(readable))
  const theirs = Buffer.from(signature)
  if (ours.length !== theirs.length) return null
  if (!timingSafeEqual(ours, theirs)) return null
  return Buffer.from(readable, 'base64url').toString()
}

function signatureOf(readable: string): string {
  return createHmac('sha256', derivedKey('keep-or-forget'))
    .update(readable)
    .digest('base64url')
}
