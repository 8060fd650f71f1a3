import { createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import type { TokenReason } from '@/contracts/token-reasons'
import { pairFrom, pasetoKeys } from './paseto-keys'
import { provePaseto, signedPaseto, signPaseto } from './paseto'

const claims = { sandboxId: 'sbx_1', memberId: null, sessionId: null }
const own = { sub: 'sbx_1', aud: 'plateful' }
const soon = () => Date.now() + 60_000

const refusal = (token: string): Promise<TokenReason | undefined> =>
  provePaseto(token).then(
    () => undefined,
    (error: { reason?: TokenReason }) => error.reason,
  )

test('what was signed is what is proven, names of members and sign-ins included', async () => {
  const all = { sandboxId: 'sbx_1', memberId: 'mbr_1', sessionId: 'ses_1' }
  for (const each of [claims, all]) {
    const expiresAt = soon()
    const token = await signPaseto(each, expiresAt)
    expect(await provePaseto(token)).toEqual({ ...each, expiresAt })
  }
})

test.each<[string, TokenReason, () => Promise<string>]>([
  ['that has expired', 'expired', () => signPaseto(claims, Date.now() - 1)],
  [
    'that is not valid yet',
    'early',
    () => signedPaseto({ ...own, nbf: new Date(soon()).toISOString() }, soon()),
  ],
  [
    'from the future',
    'early',
    () => signedPaseto({ ...own, iat: new Date(soon()).toISOString() }, soon()),
  ],
  [
    'for another audience',
    'audience',
    () => signedPaseto({ ...own, aud: 'kitchen' }, soon()),
  ],
  [
    'without a sandbox',
    'claim',
    () => signedPaseto({ aud: 'plateful' }, soon()),
  ],
  [
    'made for another purpose',
    'signature',
    () => signedPaseto(own, soon(), { purpose: 'delivery token' }),
  ],
  [
    'signed by another key',
    'signature',
    async () => {
      const { secretKey } = await pairFrom(Buffer.alloc(32, 7))
      return signedPaseto(own, soon(), { secretKey })
    },
  ],
  [
    'of an older version',
    'algorithm',
    async () => (await signPaseto(claims, soon())).replace('v4', 'v2'),
  ],
  [
    'that says it is encrypted',
    'algorithm',
    async () => (await signPaseto(claims, soon())).replace('public', 'local'),
  ],
  [
    'with a footer that nobody signed',
    'signature',
    async () => `${await signPaseto(claims, soon())}.AAAA`,
  ],
  [
    'with a fifth part',
    'form',
    async () => `${await signPaseto(claims, soon())}.AAAA.AAAA`,
  ],
  ['of a signature alone', 'form', async () => `v4.public.${'A'.repeat(84)}`],
])('a PASETO %s is refused: %s', async (_, reason, make) => {
  expect(await refusal(await make())).toBe(reason)
})

test('anybody can check one with the public key, and nobody can make one with it', async () => {
  const { paserk } = await pasetoKeys()
  const x = paserk.replace('k4.public.', '')
  const key = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x },
    format: 'jwk',
  })
  const token = await signPaseto(claims, soon())
  const bytes = Buffer.from(token.split('.')[2] ?? '', 'base64url')
  const message = bytes.subarray(0, -64)
  // PASETO version 4, pre-authentication encoding: how many parts, and each
  // with its length before it.
  const parts = ['v4.public.', message, '', 'sandbox token'].map((part) =>
    Buffer.from(part),
  )
  const signed = Buffer.concat([
    lengthOf(4),
    ...parts.flatMap((part) => [lengthOf(part.length), part]),
  ])
  expect(verify(null, signed, key, bytes.subarray(-64))).toBe(true)
})

function lengthOf(count: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64LE(BigInt(count))
  return bytes
}
