import { randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { OAuthError, ProblemError } from '@/server/http/errors'
import type { Form } from '@/server/http/read-form'
import { hashOf } from '@/server/identity/hash-of'
import { twinCodes, twinTokens } from './twin-tables'
import type { Twin } from './twins'
import { faultOfCode, mayAnswerTo } from './weak-provider.unsafe'

/** Where a sign-in at the twin is answered to; 400 for another address. */
export function checkTwinRequest(twin: Twin, form: Form): string {
  const wanted = form.get('redirect_uri') ?? ''
  if (mayAnswerTo(twin.leftOut, wanted, `${twin.address}/callback`))
    return wanted
  throw new ProblemError(
    'unknown-redirect',
    'The redirect_uri is not one that this client has registered.',
  )
}

/** A code for whoever gave their name, and the way back with it. */
export async function issueTwinCode(
  twin: Twin,
  redirectUri: string,
  form: Form,
): Promise<string> {
  const code = randomBytes(32).toString('base64url')
  await twin.db.insert(twinCodes).values({
    codeHash: hashOf(code),
    person: form.get('name') ?? 'nobody',
    redirectUri,
    codeChallenge: form.get('code_challenge') ?? null,
  })
  const url = new URL(redirectUri)
  url.searchParams.set('code', code)
  const state = form.get('state')
  if (state !== undefined) url.searchParams.set('state', state)
  return url.href
}

/** An access token for a code, once. */
export async function redeemTwinCode(
  { db, leftOut }: Twin,
  form: Form,
): Promise<string> {
  const isNamed = eq(twinCodes.codeHash, hashOf(form.get('code') ?? ''))
  const [grant] = await db.select().from(twinCodes).where(isNamed)
  if (!grant) throw refusal('It is not one of ours, or long gone.')
  const fault = faultOfCode(leftOut, grant, Object.fromEntries(form))
  if (fault !== null) throw refusal(fault)

  const taken = await db
    .update(twinCodes)
    .set({ usedAt: Date.now() })
    .where(and(isNamed, isNull(twinCodes.usedAt)))
  if (taken.rowsAffected !== 1) throw refusal('It was used before.')

  const token = randomBytes(32).toString('base64url')
  const { person } = grant
  await db.insert(twinTokens).values({ tokenHash: hashOf(token), person })
  return token
}

function refusal(description: string): OAuthError {
  return new OAuthError('invalid_grant', description)
}
