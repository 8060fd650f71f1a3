import { randomUUID } from 'node:crypto'
import { WeatherTrial } from '@/contracts/weather-lab'
import { guestsAtTheirPhones } from '@/contracts/weather-lab-choices'
import { anHourAgo, lookOnce } from '@/labs/weather/server/look-once'
import { CountedLine } from '@/labs/weather/server/own-service'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { readJson } from '@/server/http/read-json'
import { limitRate } from '@/server/limits/limit-rate'

/** Five guests look at the weather, behind what the reader left on. */
export const POST = endpoint(
  async ({ request, db, ask, throwAway, member, step }) => {
    const guest = await step('see who is asking', () =>
      requireGuest(db, member),
    )
    await step('count this request', () => limitRate(db, guest, 'labs'))
    const trial = await step('read the experiment', () =>
      readJson(request, WeatherTrial),
    )

    const tables = await throwAway(anHourAgo)
    const line = new CountedLine(ask, randomUUID())
    const looks = []
    while (looks.length < guestsAtTheirPhones)
      looks.push(
        await step('a guest looks at the weather', () =>
          lookOnce(tables, line, trial),
        ),
      )
    return { status: 200, body: { looks } }
  },
)

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
