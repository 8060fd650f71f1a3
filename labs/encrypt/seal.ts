/** Bytes that WebCrypto takes: of memory that nobody shares. */
export type Bytes = Uint8Array<ArrayBuffer>

const method = 'AES-GCM'
/** Of GCM’s tag, which stands at the end of what was sealed. */
export const tagBytes = 16

/** Browsers hand their cryptography out over HTTPS, or on the machine itself. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined
}

/** A key that no script can read, this page’s own included. */
export function makeKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: method, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}

export function makeNonce(): Bytes {
  return crypto.getRandomValues(new Uint8Array(12))
}

export async function seal(
  key: CryptoKey,
  nonce: Bytes,
  text: string,
): Promise<Bytes> {
  const bytes = new TextEncoder().encode(text)
  const parameters = { name: method, iv: nonce }
  return new Uint8Array(await crypto.subtle.encrypt(parameters, key, bytes))
}

/** The text; null where tag and ciphertext do not belong together. */
export async function unseal(
  key: CryptoKey,
  nonce: Bytes,
  sealed: Bytes,
): Promise<string | null> {
  try {
    const parameters = { name: method, iv: nonce }
    const bytes = await crypto.subtle.decrypt(parameters, key, sealed)
    return new TextDecoder().decode(bytes)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError')
      return null
    throw error
  }
}

/** SHA-256 of a text, in hex. */
export async function hashOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return hexOf(new Uint8Array(hash)).replaceAll(' ', '')
}

export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(
    ' ',
  )
}

/** What is left where two rows of bytes are laid over each other. */
export function xor(a: Uint8Array, b: Uint8Array): Bytes {
  const length = Math.min(a.length, b.length)
  return Uint8Array.from({ length }, (_, at) => (a[at] ?? 0) ^ (b[at] ?? 0))
}

/** The same bytes with the last bit of some of them turned over. */
export function withFlips(bytes: Bytes, flips: ReadonlySet<number>): Bytes {
  return bytes.map((byte, at) => (flips.has(at) ? byte ^ 1 : byte))
}
