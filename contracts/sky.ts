/** What the sky does, as far as a courier needs to know. */
export const skies = [
  'clear',
  'cloudy',
  'fog',
  'rain',
  'snow',
  'thunderstorm',
] as const
export type Sky = (typeof skies)[number]

/** How well a weather is known. `unknown` is a problem document, not a weather. */
export const freshnesses = ['fresh', 'cached', 'stale'] as const
export type Freshness = (typeof freshnesses)[number]

/**
 * How much longer a ride takes than under a dry sky. Plateful's city is made
 * up, and so are these.
 */
export const rideFactors: Record<Sky, number> = {
  clear: 1,
  cloudy: 1,
  fog: 1,
  rain: 1.25,
  snow: 1.6,
  thunderstorm: 1.25,
}

/** One where nobody knows the sky: distance alone counts. */
export function rideFactorOf(sky: Sky | null): number {
  return sky === null ? 1 : rideFactors[sky]
}
