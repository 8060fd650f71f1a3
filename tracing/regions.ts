import type { CodeRegion } from '@/contracts/trace'
import manifest from './regions.json'

type Step = { region: number; statements: Record<string, number> }
type Steps = Record<string, Step>
type Manifest = {
  regions: CodeRegion[]
  doors: Record<string, { region: number; steps: Steps }>
  everyDoor: Steps
}

const { regions, doors, everyDoor }: Manifest = manifest

/** Every region of source that a span of this build can lead to. */
export const builtRegions: readonly CodeRegion[] = regions

function regionAt(place: number | undefined): CodeRegion | undefined {
  return place === undefined ? undefined : regions[place]
}

/** A step of the door itself, or one that any door may take before its own. */
function stepAt(door: string, step: string | undefined): Step | undefined {
  if (step === undefined) return undefined
  return doors[door]?.steps[step] ?? everyDoor[step]
}

/**
 * The source of a door, such as `POST /api/orders`. scripts/make-manifest.ts
 * finds the regions at build time, so nothing reads source files or stack
 * traces while a request is served.
 */
export function regionOfDoor(door: string): CodeRegion | undefined {
  return regionAt(doors[door]?.region)
}

/** The source that a step of a door runs. */
export function regionOfStep(
  door: string,
  step: string,
): CodeRegion | undefined {
  return regionAt(stepAt(door, step)?.region)
}

/** What sends a statement (`INSERT orders`) or a message (`POST`) in a step. */
export function regionOfStatement(
  door: string,
  step: string | undefined,
  statement: string,
): CodeRegion | undefined {
  return regionAt(stepAt(door, step)?.statements[statement])
}
