import type {
  RaceStory,
  RaceTurn,
  RaceWay,
  Racer,
} from '@/contracts/last-portion'
import { isOver, stepOf, type RaceStep, type Standing } from './standing'

export const names: Record<Racer, string> = { ada: 'Ada', ben: 'Ben' }

export const wayNames: Record<RaceWay, string> = {
  'look-first': 'Look, then take',
  guarded: 'Take only if one is left',
  locked: 'Look behind a lock',
}

/** What the next press of a guest's button does. */
export function pressWords({
  step,
  seen,
}: {
  step: RaceStep
  seen: number | null
}) {
  const words: Record<RaceStep, string> = {
    look: 'Look how many are left',
    write: `Write back ${(seen ?? 1) - 1}`,
    promise: 'Promise the ramen',
    take: 'Take one, if one is left',
    begin: 'Ask for the lock',
    commit: 'Commit, and let go',
  }
  return words[step]
}

/** What a guest knows by now, as their telephone would say it. */
export function phoneWords(standing: Standing): string {
  if (standing.is === 'waiting') return 'One moment …'
  if (standing.is === 'told')
    return standing.answer === 'promised'
      ? 'Your ramen is on its way.'
      : 'Sold out. Sorry.'
  if (standing.seen === null) return 'One miso ramen, please.'
  return standing.seen === 1 ? '1 portion left.' : `${standing.seen} left.`
}

/** What came of a statement, in a few words. */
export function turnWords(turn: RaceTurn, way: RaceWay): string {
  const { came, read, changed, parameters } = turn
  switch (stepOf(turn, way)) {
    case 'look':
      return `reads ${read ?? 0}`
    case 'write':
      return `writes ${parameters[0] ?? 0}`
    case 'take':
      return changed === 0 ? '0 rows changed: none left' : 'takes it: 1 row'
    case 'promise':
      return 'promises the ramen'
    case 'commit':
      return 'commits, and lets go'
    case 'begin':
      if (came === 'waits') return 'waits for the lock'
      return came === 'enters' ? 'gets the lock now' : 'has the lock'
  }
}

/** The newest of a race in a sentence; what came of it, once it is over. */
export function sentenceOf(way: RaceWay, story: RaceStory | null): string {
  const last = story?.turns.at(-1)
  if (!story || !last) return ''
  const happened = `${names[last.guest]} ${turnWords(last, way)}.`
  return isOver(story) ? `${happened} ${verdictOf(story)}` : happened
}

export function verdictOf({ promised, left }: RaceStory): string {
  if (promised > 1)
    return `One portion, promised twice. The shelf says ${left}, and no line of the books looks wrong.`
  return 'One portion, promised once. The other guest heard the truth in time.'
}
