import type { CodeRegion } from '@/contracts/trace'
import manifest from './regions.json'

type Manifest = {
  regions: Record<string, Omit<CodeRegion, 'hash'> & { source: string }>
  doors: Record<string, { region: string; steps: Record<string, Step> }>
}
type Step = { region: string; statements: Record<string, string> }

const { regions, doors }: Manifest = manifest

function regionOf(hash: string | undefined): CodeRegion | undefined {
  const region = hash === undefined ? undefined : regions[hash]
  if (hash === undefined || !region) return undefined
  const { file, function: name, line, endLine } = region
  return { file, function: name, line, endLine, hash }
}

/**
 * The source of a door, such as `POST /api/orders`. scripts/make-manifest.ts
 * finds the regions at build time, so nothing reads source files or stack
 * traces while a request is served.
 */
export function regionOfDoor(door: string): CodeRegion | undefined {
  return regionOf(doors[door]?.region)
}

/** The source that a step of a door runs. */
export function regionOfStep(
  door: string,
  step: string,
): CodeRegion | undefined {
  return regionOf(doors[door]?.steps[step]?.region)
}

/** The source that sends a statement, such as `INSERT orders`, in a step. */
export function regionOfStatement(
  door: string,
  step: string | undefined,
  statement: string,
): CodeRegion | undefined {
  if (step === undefined) return undefined
  return regionOf(doors[door]?.steps[step]?.statements[statement])
}

/** The text of a region of this build. */
export function sourceOf(hash: string): string | undefined {
  return regions[hash]?.source
}
