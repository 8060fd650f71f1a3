import { median } from 'd3-array'

/** The middle of what was measured, leaving out what was not; null for nothing. */
export function medianOf(
  values: readonly (number | null | undefined)[],
): number | null {
  return median(values) ?? null
}
