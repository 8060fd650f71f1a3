import { OauthTrial } from '@/contracts/oauth-lab'
import { attacks, openBrowsers } from '@/labs/oauth/server/attacks'
import { realHouse, twinHouse, type House } from '@/labs/oauth/server/houses'
import { layOutTwin } from '@/labs/oauth/server/twin-tables'
import { withTwin } from '@/labs/oauth/server/twins'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { fewAtATime } from '@/server/limits/few-at-a-time'
import { limitRate } from '@/server/limits/limit-rate'

/** An attack on a sign-in, by two browsers and with real requests. */
export const POST = endpoint(
  async ({ request, db, throwAway, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'labs'))
    const { protection, house } = await step('read the experiment', () =>
      readJson(request, OauthTrial),
    )
    const { prepare, lure, use } = attacks[protection]

    const attack = async (attacked: House) => {
      const browsers = await openBrowsers(attacked)
      const trap = await step('set the trap', () => prepare(attacked, browsers))
      const caught = await step('lure the guest', () =>
        lure(attacked, browsers, trap),
      )
      const browser = await step('use what was caught', () =>
        use(browsers, caught),
      )
      const signedInAs = await step('look who is signed in', () =>
        attacked.whoIs(browsers[browser]),
      )
      return { browser, signedInAs }
    }
    const body = await fewAtATime('oauth', async () => {
      if (house === 'real') return attack(realHouse(guest.sandbox))
      const tables = await throwAway(layOutTwin)
      const weak = { db: tables, leftOut: protection, sandbox: guest.sandbox }
      return withTwin(weak, (twin) => attack(twinHouse(twin)))
    })
    return { status: 200, body }
  },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
