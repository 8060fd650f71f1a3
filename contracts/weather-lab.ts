import * as z from 'zod'
import { Weather } from './weather'
import { behaviours, guestsAtTheirPhones } from './weather-lab-choices'

/** How somebody else's service behaves, and which protection is on. */
export const WeatherTrial = z
  .strictObject({
    behaviour: z.enum(behaviours),
    timeLimit: z.boolean(),
    retry: z.boolean(),
    cache: z.boolean(),
    breaker: z.boolean(),
  })
  .meta({ id: 'WeatherTrial' })
export type WeatherTrial = z.infer<typeof WeatherTrial>

/** What one guest saw, after how long, and what it cost the service. */
const WeatherLook = z
  .strictObject({
    weather: Weather.nullable(),
    tookMs: z.number().min(0),
    calls: z.int().min(0),
  })
  .meta({ id: 'WeatherLook' })
export type WeatherLook = z.infer<typeof WeatherLook>

export const WeatherRun = z
  .strictObject({ looks: z.array(WeatherLook).length(guestsAtTheirPhones) })
  .meta({ id: 'WeatherRun' })
export type WeatherRun = z.infer<typeof WeatherRun>

/** What the lab's own service says, in Open-Meteo's format. */
export const LabForecast = z
  .looseObject({
    latitude: z.number(),
    longitude: z.number(),
    current: z.looseObject({
      time: z.int(),
      interval: z.int(),
      temperature_2m: z.number(),
      precipitation: z.number(),
      weather_code: z.int(),
      wind_speed_10m: z.number(),
    }),
  })
  .meta({ id: 'LabForecast' })
export type LabForecast = z.infer<typeof LabForecast>

export const LabOutage = z
  .strictObject({ error: z.literal(true), reason: z.string() })
  .meta({ id: 'LabOutage' })
