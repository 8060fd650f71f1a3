import { between, inArray, lt, or } from 'drizzle-orm'
import {
  calculateJwkThumbprint,
  exportJWK,
  exportPKCS8,
  generateKeyPair,
  importPKCS8,
  type JWK,
} from 'jose'
import type { Database } from '@/db/client'
import { signingKeys } from '@/db/schema/identity'
import { env } from '@/env'
import { canOpen, openKey, sealKey } from './seal-key'

/** ECDSA on P-256 with SHA-256: short signatures, and no secret to share. */
export const algorithm = 'ES256'

type SigningKey = typeof signingKeys.$inferSelect

/** The key that signs now, with the name by which a verifier finds it. */
export async function getSigningKey(db: Database, now = Date.now()) {
  const current = periodOf(now)
  const keys = await keepKeys(db, current)
  const key = keys.find(({ period }) => period === current)
  if (!key) throw new Error('No key signs in this period')

  const privateKey = await importPKCS8(openKey(key.sealedPrivateKey), algorithm)
  return { kid: key.kid, privateKey }
}

/**
 * The public keys (RFC 7517). That of the next period is among them: whoever
 * has kept the list knows it before it signs. That of the last one still is.
 */
export async function listPublicKeys(
  db: Database,
  now = Date.now(),
): Promise<{ keys: JWK[] }> {
  const keys = await keepKeys(db, periodOf(now))
  return {
    keys: keys.map(({ kid, publicKey }) => ({
      ...publicKey,
      kid,
      alg: algorithm,
      use: 'sig',
    })),
  }
}

function periodOf(now: number): number {
  return Math.floor(now / (env.IDENTITY_KEY_LIFETIME_SECONDS * 1000))
}

/**
 * The keys of three periods; those that are not there yet are made. Two
 * processes may do so at once: the period is the row's key, so one wins.
 */
async function keepKeys(db: Database, current: number): Promise<SigningKey[]> {
  const known = await listKeys(db, current)
  const usable = known.filter((key) => canOpen(key.sealedPrivateKey))
  const missing = [current, current + 1].filter(
    (period) => !usable.some((key) => key.period === period),
  )
  if (missing.length === 0) return usable

  // Too old, or sealed under another secret than today's.
  const lost = known.filter((key) => !usable.includes(key))
  const isOld = lt(signingKeys.period, current - 1)
  const isLost = inArray(
    signingKeys.kid,
    lost.map(({ kid }) => kid),
  )
  await db.delete(signingKeys).where(or(isOld, isLost))
  const made = await Promise.all(missing.map(makeKey))
  await db.insert(signingKeys).values(made).onConflictDoNothing()
  return listKeys(db, current)
}

function listKeys(db: Database, current: number): Promise<SigningKey[]> {
  return db
    .select()
    .from(signingKeys)
    .where(between(signingKeys.period, current - 1, current + 1))
}

async function makeKey(period: number): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, {
    extractable: true,
  })
  const { crv = '', x = '', y = '' } = await exportJWK(publicKey)
  const jwk = { kty: 'EC', crv, x, y }
  return {
    period,
    kid: await calculateJwkThumbprint(jwk),
    publicKey: jwk,
    sealedPrivateKey: sealKey(await exportPKCS8(privateKey)),
  }
}
