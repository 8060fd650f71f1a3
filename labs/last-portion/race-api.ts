import type {
  RaceByHand,
  RaceOften,
  RaceStory,
  RaceTally,
} from '@/contracts/last-portion'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'

const path = '/api/labs/last-portion'

/** Plays a race from its beginning, in the order of these turns. */
export function playRace(wish: RaceByHand): Promise<LabReply<RaceStory>> {
  return askLab({ path, message: wish }, isStory)
}

/** The race many times over; waits its turn where others are racing. */
export function raceOften(
  wish: RaceOften,
  onWait: () => void,
): Promise<LabReply<RaceTally>> {
  return askLab({ path: `${path}/races`, message: wish, onWait }, isTally)
}

function isStory(value: unknown): value is RaceStory {
  return (
    isRecord(value) &&
    Array.isArray(value.turns) &&
    value.turns.every(
      (turn: unknown) => isRecord(turn) && typeof turn.statement === 'string',
    ) &&
    isRecord(value.answers) &&
    typeof value.left === 'number' &&
    typeof value.promised === 'number'
  )
}

function isTally(value: unknown): value is RaceTally {
  return (
    isRecord(value) &&
    Array.isArray(value.outcomes) &&
    typeof value.durationMs === 'number' &&
    isStory(value.first)
  )
}
