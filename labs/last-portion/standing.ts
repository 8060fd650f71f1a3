import type {
  RaceAnswer,
  RaceStory,
  RaceTurn,
  RaceWay,
  Racer,
} from '@/contracts/last-portion'

export type RaceStep =
  'look' | 'write' | 'promise' | 'take' | 'begin' | 'commit'

/** What a guest's program does, statement by statement, if it goes well. */
export const plans: Record<RaceWay, readonly RaceStep[]> = {
  'look-first': ['look', 'write', 'promise'],
  guarded: ['take', 'promise'],
  locked: ['begin', 'look', 'write', 'promise', 'commit'],
}

/** Where a guest's program stands. */
export type Standing =
  | { is: 'next'; step: RaceStep; seen: number | null }
  | { is: 'waiting' }
  | { is: 'told'; answer: RaceAnswer }

export function standingOf(
  way: RaceWay,
  guest: Racer,
  story: RaceStory | null,
): Standing {
  const answer = story?.answers[guest]
  if (answer) return { is: 'told', answer }
  const own = story?.turns.filter((turn) => turn.guest === guest) ?? []
  if (own.at(-1)?.came === 'waits') return { is: 'waiting' }

  const seen = own.map(({ read }) => read).filter((read) => read !== null)
  const last = seen.at(-1) ?? null
  const done = own.filter(({ came }) => came !== 'enters').length
  const planned = plans[way][done] ?? 'promise'
  return { is: 'next', step: last === 0 ? 'commit' : planned, seen: last }
}

export function isOver({ answers }: RaceStory): boolean {
  return answers.ada !== null && answers.ben !== null
}

/** Which step of a way a statement was. */
export function stepOf({ statement }: RaceTurn, way: RaceWay): RaceStep {
  const [word] = statement.toLowerCase().split(' ')
  if (word === 'select') return 'look'
  if (word === 'insert') return 'promise'
  if (word === 'begin') return 'begin'
  if (word === 'commit') return 'commit'
  return way === 'guarded' ? 'take' : 'write'
}
