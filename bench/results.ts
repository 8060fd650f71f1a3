import { median } from './statistics'

/** One line of the table. Every value is a median; the rounds stand beside it. */
export type Result = {
  what: string
  unit: string
  ours: number | null
  floor: number | null
  floorName: string
  ratio: number | null
  goal: string
  rounds: { ours: number[]; floor: number[] }
  note?: string
}

type Given = Pick<Result, 'what' | 'unit' | 'floorName'> &
  Partial<Pick<Result, 'goal' | 'note'>>

/** Ours against a floor that was measured in the same rounds. */
export function compare(given: Given, ours: number[], floor: number[]): Result {
  const [mine, least] = [median(ours), median(floor)]
  return {
    goal: '',
    ...given,
    ours: known(mine),
    floor: known(least),
    ratio: known(mine / least),
    rounds: { ours, floor },
  }
}

/** Ours alone, or against a number that was agreed on. */
export function state(given: Given, ours: number[], floor = NaN): Result {
  const result = compare(given, ours, [floor])
  return { ...result, rounds: { ours, floor: [] } }
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
