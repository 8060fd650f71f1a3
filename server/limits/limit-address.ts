import { createHash } from 'node:crypto'
import { Allowances } from '@/contracts/http'
import type { Database } from '@/db/client'
import {
  aMinute,
  allowanceOf,
  firstCount,
  nextCount,
  type Rate,
} from '@/db/rates/rate'
import { slidingWindow } from '@/db/rates/sliding-window'
import { arrivals } from '@/db/schema/limits'
import { env } from '@/env'
import { TooManyRequestsError } from '@/server/http/errors'

/**
 * A class of 40 comes from one address at once, and each looks and then joins.
 * At this rate a guess still takes years: there are some 6,000 million codes.
 */
const joining = { name: 'joins', rate: aMinute(120, slidingWindow) }

const signingIn = {
  name: 'sign-ins',
  rate: aMinute(env.LIMIT_SIGN_INS_PER_MINUTE, slidingWindow),
}

/** Counts the codes that an address tries; 429 when they are too many. */
export async function limitJoins(
  db: Database,
  address: string,
): Promise<Allowances> {
  const { quota } = joining.rate
  const detail = `${quota} codes a minute may come from one address.`
  return limitComers(db, [`join ${address}`], joining, detail)
}

/**
 * Counts a sign-in for the address that it comes from and, where it says so,
 * for the account that it is for: guesses at one password from a thousand
 * addresses are as many guesses. 429 when either is too much.
 */
export async function limitSignIns(
  db: Database,
  address: string,
  email?: string,
): Promise<Allowances> {
  const from = `sign-in ${address}`
  const keys = email === undefined ? [from] : [from, `account ${hashed(email)}`]
  const { quota } = signingIn.rate
  const detail = `An address or an account may have ${quota} sign-ins a minute.`
  return limitComers(db, keys, signingIn, detail)
}

/** Addresses and accounts are only compared: a hash of them is enough. */
function hashed(email: string): string {
  const text = email.trim().normalize('NFC').toLowerCase()
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

async function limitComers(
  db: Database,
  keys: string[],
  { name, rate }: { name: string; rate: Rate },
  detail: string,
): Promise<Allowances> {
  const now = Date.now()
  const rows = await db
    .insert(arrivals)
    .values(keys.map((key) => ({ address: key, ...firstCount(rate, now) })))
    .onConflictDoUpdate({ target: arrivals.address, set: nextCount([rate]) })
    .returning()
  const counts = rows.map((row) => allowanceOf(name, rate, row, now))
  // Of the two the one that has less left is told.
  const [scarce] = counts.sort(
    (a, b) =>
      Number(a.isPassed) - Number(b.isPassed) || a.remaining - b.remaining,
  )
  const allowances = new Allowances(scarce ? [scarce] : [])
  if (allowances.exceeded) throw new TooManyRequestsError(detail, allowances)
  return allowances
}
