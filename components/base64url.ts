/** Bytes in base64url, without padding (RFC 4648, section 5). */
export function encode(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** The bytes again; null where it is no base64url. */
export function decode(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[\w-]*$/.test(text)) return null
  try {
    const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(plain, (sign) => sign.charCodeAt(0))
  } catch {
    return null
  }
}

export function textOf(bytes: Uint8Array | null): string {
  return bytes ? new TextDecoder().decode(bytes) : ''
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
