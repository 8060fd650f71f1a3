import { createHmac } from 'node:crypto'
import { SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { derivedKey } from './derived-key'
import { jwtType, proveJwt, signedJwt, signJwt } from './jwt'
import type { TokenReason } from '@/contracts/token-reasons'

const claims = { sandboxId: 'sbx_1', memberId: null, sessionId: null }
const now = () => Math.floor(Date.now() / 1000)
const soon = () => now() + 60

const refusal = (token: string): Promise<TokenReason | undefined> =>
  proveJwt(token).then(
    () => undefined,
    (error: { reason?: TokenReason }) => error.reason,
  )

test('what was signed is what is proven, names of members and sign-ins included', async () => {
  const all = { sandboxId: 'sbx_1', memberId: 'mbr_1', sessionId: 'ses_1' }
  for (const each of [claims, all])
    expect(await proveJwt(await signJwt(each, soon()))).toMatchObject(each)
})

test.each<[string, TokenReason, () => Promise<string>]>([
  ['that has expired', 'expired', () => signJwt(claims, now() - 1)],
  ['that expires now', 'expired', () => signJwt(claims, now())],
  [
    'that is not valid yet',
    'early',
    () => signedJwt({ sub: 's', aud: 'plateful', nbf: soon() }, soon()),
  ],
  [
    'for another audience',
    'audience',
    () => signedJwt({ sub: 's', aud: 'kitchen' }, soon()),
  ],
  ['for nobody in particular', 'claim', () => signedJwt({ sub: 's' }, soon())],
  [
    'of another type',
    'type',
    () => signedJwt({ sub: 's', aud: 'plateful' }, soon(), 'at+jwt'),
  ],
  ['without a sandbox', 'claim', () => signedJwt({ aud: 'plateful' }, soon())],
  [
    'with an empty name for it',
    'claim',
    () => signedJwt({ sub: '', aud: 'plateful' }, soon()),
  ],
  [
    'that never ends',
    'claim',
    () =>
      new SignJWT({ sub: 's', aud: 'plateful' })
        .setProtectedHeader({ alg: 'HS256', typ: jwtType })
        .sign(derivedKey('sandbox token')),
  ],
  [
    'that asks for an extension',
    'form',
    async () => {
      const [, payload] = (await signJwt(claims, soon())).split('.')
      const header = { alg: 'HS256', typ: jwtType, crit: ['x'], x: 1 }
      return byOurKey(header, payload)
    },
  ],
  [
    'that asks for the longer hash',
    'algorithm',
    async () => {
      const [, payload] = (await signJwt(claims, soon())).split('.')
      return byOurKey({ alg: 'HS512', typ: jwtType }, payload)
    },
  ],
])('a JWT %s is refused: %s', async (_, reason, make) => {
  expect(await refusal(await make())).toBe(reason)
})

function byOurKey(header: object, payload = '') {
  const text = `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${payload}`
  const mac = createHmac('sha256', derivedKey('sandbox token')).update(text)
  return `${text}.${mac.digest('base64url')}`
}

test('a token has one spelling: bits left over, padding and spaces are refused', async () => {
  const token = await signJwt(claims, soon())
  // The last sign of 32 bytes has two bits that no byte needs.
  const alphabet =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  const last = alphabet.indexOf(token.at(-1) ?? '')
  const other = token.slice(0, -1) + (alphabet[last + 1] ?? '')
  for (const bad of [
    other,
    `${token}=`,
    `${token} `,
    ` ${token}`,
    token.replace('.', '.\n'),
    `${token}.`,
    token.split('.').slice(0, 2).join('.'),
    '',
  ])
    expect(await refusal(bad)).toBe('form')
  expect(await refusal(token)).toBeUndefined()
})

/** RFC 7515, appendix A.1: a good signature, by a key that is not ours. */
const fromTheStandard =
  'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

test('a JWT with a good signature of somebody else is refused', async () => {
  expect(await refusal(fromTheStandard)).toBe('signature')
})
