import * as z from 'zod'
import { freshnesses, skies } from './sky'

/** What somebody else's weather service said of a place, as far as we use it. */
export const Observation = z
  .strictObject({
    sky: z.enum(skies),
    weatherCode: z.int().min(0).max(99).meta({
      description: 'The code of the World Meteorological Organization.',
    }),
    temperatureC: z.number().min(-100).max(70),
    precipitationMm: z.number().min(0).max(500).meta({
      description: 'Rain and melted snow of the last quarter of an hour.',
    }),
    windKmh: z.number().min(0).max(500),
    observedAt: z.iso.datetime(),
  })
  .meta({ id: 'Observation' })
export type Observation = z.infer<typeof Observation>

/** The weather at a place, and how well it is known. */
export const Weather = z
  .strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    ...Observation.shape,
    freshness: z.enum(freshnesses).meta({
      description:
        '`fresh`: asked for this very request. `cached`: kept from a request of the last ten minutes. `stale`: older, because the service gave no usable answer now.',
    }),
    source: z.string().meta({
      description: 'Who said so: the host that was asked.',
      examples: ['api.open-meteo.com'],
    }),
    fetchedAt: z.iso.datetime().meta({
      description: 'When they said so; the Age field counts from here.',
    }),
  })
  .meta({ id: 'Weather' })
export type Weather = z.infer<typeof Weather>
