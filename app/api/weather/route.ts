import { findGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'
import { answerWeather } from '@/server/weather/answer-weather'
import { fetchWeather } from '@/server/weather/fetch-weather'
import { findKept, isFresh } from '@/server/weather/kept-weather'
import { readPlace } from '@/server/weather/place'
import { ourService } from '@/server/weather/service'

/** The weather anywhere on Earth, as somebody else's service knows it. */
export const GET = endpoint(
  async ({ request, db, ask, sandboxId, member, step }) => {
    const guest = await step('see who is asking', () =>
      findGuest(db, sandboxId, member),
    )
    await step('count this request', () => limitRate(db, guest, 'requests'))
    const place = await step('read the place', () => readPlace(request))

    const kept = await step('look for kept weather', () => findKept(db, place))
    if (isFresh(kept)) return answerWeather(place, null, kept)

    const fetched = await step('ask the weather service', () =>
      fetchWeather(db, ask, ourService, place),
    )
    return answerWeather(place, fetched, kept)
  },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
