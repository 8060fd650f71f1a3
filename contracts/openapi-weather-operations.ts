import { baggage, inQuery, reading, traceparent } from './openapi-parameters'
import { etagHeader, json, limitHeaders, type Operation } from './openapi-parts'
import { Weather } from './weather'

const degrees = (name: string, most: number, example: number) => ({
  ...inQuery(name, `Degrees, rounded to quarters.`, {
    type: 'number',
    minimum: -most,
    maximum: most,
  }),
  required: true,
  example,
})

const field = (description: string, example: string) => ({
  description,
  schema: { type: 'string' },
  example,
})

/** What others know, asked on behalf of whoever wants to know. */
export const weatherOperations: Record<string, Operation> = {
  'GET /api/weather': {
    tag: 'Weather',
    id: 'getWeather',
    summary: 'Read the weather anywhere on Earth',
    description:
      'From a service that is not ours, Open-Meteo unless configured otherwise (its data is under CC BY 4.0). It has a second and a half to answer, two tries included. What it said is kept for ten minutes, and where it does not answer, for six hours; the reply says which. After three failures in a row nobody asks it for half a minute.',
    parameters: [
      degrees('latitude', 90, 52.52),
      degrees('longitude', 180, 13.41),
      traceparent,
      baggage,
    ],
    replies: {
      200: json('The weather, and how well it is known.', Weather, {
        ...limitHeaders,
        ...etagHeader,
        Age: field('Seconds since the service said so.', '94'),
        'Cache-Control': field(
          'How long it may be kept, and how long where nobody answers.',
          'private, max-age=600, stale-if-error=21600',
        ),
      }),
    },
    refusals: ['malformed-request', ...reading, 'weather-unknown'],
  },
}
