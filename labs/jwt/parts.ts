import type { TokenFormat } from '@/contracts/jwt-lab-choices'
import { bytesOf, decode, encode, textOf } from '@/components/base64url'

/** A token taken apart. What is JSON in it is text that can be edited. */
export type Parts = {
  format: TokenFormat
  /** The header of a JWT as JSON; of a PASETO its first two words. */
  header: string
  payload: string
  /** In base64url, as it stands in a JWT. */
  signature: string
}

const signatureBytes = 64

/** The three parts of a token, the JSON in them laid out to be read. */
export function takeApart(token: string, format: TokenFormat): Parts {
  if (format === 'jwt') {
    const [header = '', payload = '', signature = ''] = token.split('.')
    return {
      format,
      header: laidOut(textOf(decode(header))),
      payload: laidOut(textOf(decode(payload))),
      signature,
    }
  }
  const [version = '', purpose = '', body = ''] = token.split('.')
  const bytes = decode(body) ?? new Uint8Array()
  // Whoever reads one takes its last 64 bytes for the signature.
  const isSigned = purpose !== 'none' && bytes.length > signatureBytes
  const end = isSigned ? bytes.length - signatureBytes : bytes.length
  return {
    format,
    header: `${version}.${purpose}.`,
    payload: laidOut(textOf(bytes.slice(0, end))),
    signature: encode(bytes.slice(end)),
  }
}

/** The token that the parts are, as it is sent. */
export function putTogether(parts: Parts): string {
  return encodedParts(parts)
    .map(({ text }) => text)
    .join('')
}

/** The same in its pieces, so that each can be told from the others. */
export function encodedParts({ format, header, payload, signature }: Parts): {
  part: 'header' | 'payload' | 'signature' | 'dot'
  text: string
}[] {
  const claims = bytesOf(compact(payload))
  const clean = sendable(signature)
  if (format === 'jwt')
    return [
      { part: 'header', text: encode(bytesOf(compact(header))) },
      { part: 'dot', text: '.' },
      { part: 'payload', text: encode(claims) },
      { part: 'dot', text: '.' },
      { part: 'signature', text: clean },
    ]
  // One run of base64url for both: the signature begins within it.
  const body = encode(joined(claims, decode(clean) ?? bytesOf(clean)))
  const cut = Math.floor((claims.length * 4) / 3)
  return [
    { part: 'header', text: sendable(header) },
    { part: 'payload', text: body.slice(0, cut) },
    { part: 'signature', text: body.slice(cut) },
  ]
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length)
  bytes.set(first)
  bytes.set(second, first.length)
  return bytes
}

/** What a field of a header may carry. */
function sendable(text: string): string {
  return text.replaceAll(/[^!-~]/g, '')
}

/** JSON with a line for each member; anything else as it is. */
function laidOut(text: string): string {
  const value = parsed(text)
  return value === undefined ? text : JSON.stringify(value, null, 2)
}

/** JSON as short as we write it; what is none goes as it was typed. */
function compact(text: string): string {
  const value = parsed(text)
  return value === undefined ? text : JSON.stringify(value)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a token says, as far as it can be read. */
export function claimsIn({ payload }: Parts): [name: string, value: unknown][] {
  const value = parsed(payload)
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
    : []
}
