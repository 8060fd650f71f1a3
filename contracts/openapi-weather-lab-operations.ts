import { baggage, inQuery, traceparent, writing } from './openapi-parameters'
import { json, limitHeaders, type Operation } from './openapi-parts'
import { LabForecast, LabOutage, WeatherRun, WeatherTrial } from './weather-lab'
import { behaviours } from './weather-lab-choices'

const degrees = (name: string, example: string) => ({
  ...inQuery(name, 'Degrees.', { type: 'number' }),
  required: true,
  example,
})

/** What the lab about the weather asks of the backend, and of its own service. */
export const weatherLabOperations: Record<string, Operation> = {
  'POST /api/labs/weather': {
    tag: 'Labs',
    id: 'lookAtTheWeather',
    summary: 'Have five guests look at the weather',
    description:
      'Runs the code of `/api/weather` five times against a weather service of our own that behaves as you say, with the protections you leave on. An hour ago that service was well, and its answer is kept. Cache and breaker are in memory and gone with the reply.',
    parameters: [traceparent, baggage],
    body: {
      schema: WeatherTrial,
      example: {
        behaviour: 'down',
        timeLimit: true,
        retry: true,
        cache: true,
        breaker: true,
      },
    },
    replies: { 200: json('What each of them saw.', WeatherRun, limitHeaders) },
    refusals: ['malformed-request', ...writing, 'house-full'],
  },
  'GET /api/labs/weather/provider': {
    tag: 'Labs',
    id: 'askOwnWeatherService',
    summary: 'Ask the lab’s own weather service',
    description:
      'Speaks Open-Meteo’s format, with weather that is made up, and behaves as it is told. Only this backend has its key, so that nobody else’s requests are made to wait here.',
    parameters: [
      degrees('latitude', '52.5'),
      degrees('longitude', '13.5'),
      inQuery('behaviour', 'How it behaves.', {
        type: 'string',
        enum: [...behaviours],
        default: 'well',
      }),
      inQuery('call', 'Which call of a run it is.', {
        type: 'integer',
        default: 1,
      }),
    ],
    replies: {
      200: json('The weather, made up.', LabForecast),
      503: json('It is away, as it was told to be.', LabOutage),
    },
    refusals: ['malformed-request', 'not-signed-in'],
    security: [{ key: [] }],
  },
}
