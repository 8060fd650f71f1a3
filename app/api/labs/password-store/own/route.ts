import { OwnPassword } from '@/contracts/password-store'
import { placeInList } from '@/labs/password-store/server/guesses'
import { hashInBothWays } from '@/labs/password-store/server/hash-passwords'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'
import { fewAtATime } from '@/server/limits/few-at-a-time'

/**
 * Hashes a password that the reader made up. No trace is taken: a trace holds
 * what was sent, and a fast hash of a password is as good as the password.
 */
export const POST = endpoint(
  async ({ request, db, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'labs'))
    const { password, cost } = await step('read the experiment', () =>
      readJson(request, OwnPassword),
    )

    const hashed = await fewAtATime('password-store', () =>
      hashInBothWays(password, cost),
    )
    return { status: 200, body: { ...hashed, place: placeInList(password) } }
  },
  { isTraced: false },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
