import type { Corner } from '@/contracts/deliveries'
import { rideFactorOf, type Sky } from '@/contracts/sky'
import { cityMinutes } from '../autopilot/pace'

/** By bicycle, 15 kilometres an hour. */
const metresAMinute = 250

/** How long a courier takes for so many metres, under a sky if it is known. */
export function travelMsFor(distanceM: number, sky: Sky | null): number {
  return cityMinutes((distanceM / metresAMinute) * rideFactorOf(sky))
}

/** Eight ways to leave a kitchen: east or west, and north or south. */
const directions = [
  { east: -0.8, north: 0.2 },
  { east: -0.6, north: -0.4 },
  { east: 0.7, north: 0.3 },
  { east: 0.45, north: -0.55 },
  { east: -0.5, north: 0.5 },
  { east: 0.35, north: 0.65 },
  { east: -0.3, north: -0.7 },
  { east: 0.75, north: -0.25 },
]

/**
 * The way from a kitchen to the guest's door, at the origin. The streets run
 * east and north, so the way is as long as its parts together.
 */
export function wayFrom(position: number, distanceKm: number): Corner[] {
  const share = directions[position % directions.length] ?? {
    east: 1,
    north: 0,
  }
  const start = at(share.east * distanceKm, share.north * distanceKm)
  // Half of the way east, then all of it north, then the rest.
  const turn = at(start.east / 2, start.north)
  return [start, turn, at(turn.east, 0), at(0, 0)]
}

function at(east: number, north: number): Corner {
  const round = (km: number) => Math.round(km * 1000) / 1000 + 0
  return { east: round(east), north: round(north) }
}

const couriers = ['Noor', 'Imre', 'Ayo', 'Lotte', 'Ravi', 'Maite', 'Jun', 'Pia']

/** Who is offered a delivery: the same one, whoever asks. */
export function courierFor(order: string): string {
  const digits = Number.parseInt(order.slice(-6), 16)
  return couriers[digits % couriers.length] ?? 'Noor'
}
