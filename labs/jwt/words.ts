import type { TokenDeed, TokenFormat } from '@/contracts/jwt-lab-choices'
import type { TokenReason } from '@/contracts/token-reasons'

/** What was sent: a token of the server's making, or one that was edited. */
export type Deed = TokenDeed | 'by-hand'

export const formatNames: Record<TokenFormat, string> = {
  jwt: 'JWT',
  paseto: 'PASETO',
}

export const deedWords: Record<
  TokenDeed,
  { name: string; line: Record<TokenFormat, string> }
> = {
  genuine: same('Genuine', 'as this site gives it out'),
  longer: same('Good for a year', 'exp is another, the signature is the same'),
  neighbour: same('Somebody else’s', 'sub names a sandbox that is not yours'),
  none: {
    name: 'alg: none',
    line: {
      jwt: 'the header asks for no check, and there is no signature',
      paseto: 'there is no alg to change, so a kind is made up: v4.none',
    },
  },
  'own-key': same('A key of my own', 'signed, with a key that I made up'),
  confused: {
    name: 'The wrong kind of key',
    line: {
      jwt: 'signed with a public key, as if it were the secret',
      paseto: 'encrypted as v4.local, with our public key as if it were secret',
    },
  },
  cut: same('Cut off', 'the end of the signature is missing'),
  expired: same('Expired', 'signed by us, and an hour too old'),
  audience: same('For another audience', 'signed by us, for the kitchen'),
  type: {
    name: 'For another purpose',
    line: {
      jwt: 'signed by us, with another typ',
      paseto: 'signed by us, with another implicit assertion',
    },
  },
}

function same(name: string, line: string) {
  return { name, line: { jwt: line, paseto: line } }
}

/** Why it was refused, and what the line does about it. */
export const whyWords: Record<TokenReason, Record<TokenFormat, string>> = {
  form: both(
    'It is not a token at all: a part is missing, or is no base64url.',
  ),
  algorithm: {
    jwt: 'The header asks for an algorithm, and nobody follows its wish: the door has a list of its own, with one name on it.',
    paseto:
      'Version and kind are the door’s own choice, and stand in the code. A token cannot ask for others: there is no field to ask in.',
  },
  signature: {
    jwt: 'The signature does not fit these bytes under our secret key. Whoever changes a letter would have to sign anew, and cannot.',
    paseto:
      'The signature does not fit these bytes under our public key. Only whoever has the secret half can make one that does.',
  },
  type: both(
    'The signature is ours, and the token is of another type. A token for one thing must not open another.',
  ),
  audience: both(
    'The signature is ours, and the token was made for somebody else. Who is meant stands in aud.',
  ),
  claim: both('A claim is missing without which the token says nothing.'),
  early: both('The token begins to be valid later, by this server’s clock.'),
  expired: both(
    'The signature is ours, and the time is over: exp lies behind this server’s clock.',
  ),
}

function both(line: string): Record<TokenFormat, string> {
  return { jwt: line, paseto: line }
}

/** What a claim is about (RFC 7519, section 4.1). */
export const claimWords: Record<string, string> = {
  sub: 'whose sandbox it opens',
  aud: 'whom it is for',
  iat: 'when it was made',
  exp: 'when it stops working',
  nbf: 'when it begins to work',
  member: 'who joined the sandbox',
  session: 'the sign-in that it belongs to',
}

/** A claim that is a time, in words: seconds since 1970, or RFC 3339. */
export function timeWords(name: string, value: unknown): string | null {
  if (!['iat', 'exp', 'nbf'].includes(name)) return null
  const at =
    typeof value === 'number' ? value * 1000 : Date.parse(String(value))
  if (Number.isNaN(at) || Math.abs(at) > 8e15) return null
  return new Date(at).toISOString().replace('T', ' ').slice(0, 19) + ' UTC'
}
