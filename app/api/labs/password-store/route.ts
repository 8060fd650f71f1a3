import { PasswordTrial } from '@/contracts/password-store'
import { guessFast } from '@/labs/password-store/server/guess-fast'
import { guessSlow } from '@/labs/password-store/server/guess-slow'
import { words } from '@/labs/password-store/server/guesses'
import { hashPasswords } from '@/labs/password-store/server/hash-passwords'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'
import { oneAtATime } from '@/server/limits/one-at-a-time'

/** A table of made-up people leaks, and somebody guesses what is in it. */
export const POST = endpoint(async ({ request, db, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))
  const { cost } = await step('read the experiment', () =>
    readJson(request, PasswordTrial),
  )

  return oneAtATime('password-store', guest, async () => {
    const { rows, hashingMs } = await step('hash the passwords', () =>
      hashPasswords(cost),
    )
    const fast = await step('guess at the fast hashes', () => guessFast(rows))
    const slow = await step('guess at the slow hashes', () =>
      guessSlow(rows, cost),
    )
    return { status: 200, body: { rows, words, hashingMs, fast, slow } }
  })
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
