import { expect, test } from 'vitest'
import { skies } from '@/contracts/sky'
import { travelMsFor } from './city'

test('rain makes a ride a quarter longer, snow six tenths, and a dry sky none', () => {
  const dry = travelMsFor(2_000, null)
  const factors = skies.map((sky) => travelMsFor(2_000, sky) / dry)
  expect(
    Object.fromEntries(skies.map((sky, at) => [sky, factors[at]])),
  ).toEqual({
    clear: 1,
    cloudy: 1,
    fog: 1,
    rain: 1.25,
    snow: 1.6,
    thunderstorm: 1.25,
  })
})
