import { behave, readQuestion } from '@/labs/weather/server/behave'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'

/**
 * A weather service of our own, for the lab: it answers as Open-Meteo does, and
 * fails as the reader wants. As with any stranger's, no trace shows its inside.
 */
export const GET = endpoint(
  async ({ request }) => behave(readQuestion(request)),
  { credentials: 'own', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
