import { brotliCompressSync, constants } from 'node:zlib'

/** As a host would do once and keep. */
export function brotliBytes(bytes: Buffer): number {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return brotliCompressSync(bytes, { params }).length
}
