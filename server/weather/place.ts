import { ProblemError } from '@/server/http/errors'

/** A place of the grid for which the weather is asked and kept. */
export type Place = { latitude: number; longitude: number }

/** Quarters of a degree, some 28 kilometres: one sky, and one row to keep. */
const stepsADegree = 4

/** The place that latitude and longitude ask for; 400 when they are none. */
export function readPlace(request: Request): Place {
  const query = new URL(request.url).searchParams
  return placeOnGrid({
    latitude: readDegrees(query, 'latitude', 90),
    longitude: readDegrees(query, 'longitude', 180),
  })
}

export function placeOnGrid({ latitude, longitude }: Place): Place {
  const onGrid = (degrees: number) =>
    Math.round(degrees * stepsADegree) / stepsADegree + 0
  const east = onGrid(longitude)
  // The same meridian from both sides.
  return { latitude: onGrid(latitude), longitude: east === -180 ? 180 : east }
}

/** The name under which a place is kept. */
export function nameOf({ latitude, longitude }: Place): string {
  return `${latitude.toFixed(2)},${longitude.toFixed(2)}`
}

/** What is asked of a service about a place, by name. */
export function questionOf(service: string, place: Place): string {
  return `${service} at ${nameOf(place)}`
}

/** A plain decimal number, named once, and on Earth. */
function readDegrees(query: URLSearchParams, name: string, most: number) {
  const [text = '', ...others] = query.getAll(name)
  const degrees = /^-?\d{1,3}(\.\d{1,12})?$/.test(text) ? Number(text) : NaN
  if (others.length === 0 && Math.abs(degrees) <= most) return degrees
  throw new ProblemError(
    'malformed-request',
    `The ${name} is one decimal number from -${most} to ${most}.`,
  )
}
