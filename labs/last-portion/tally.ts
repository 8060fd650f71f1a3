import type { RaceOutcome, RaceTally } from '@/contracts/last-portion'

export const outcomeNames: Record<RaceOutcome, string> = {
  once: 'sold once',
  twice: 'sold twice',
  nobody: 'sold to nobody',
  negative: 'portions below zero',
}
export const outcomes = Object.keys(outcomeNames).filter(isOutcome)

type Tally = Pick<RaceTally, 'outcomes'>

export function countOf(tally: Tally, outcome: RaceOutcome): number {
  return tally.outcomes.filter((one) => one === outcome).length
}

/** The marks in order, so that a share can be seen as a share. */
export function sortedOutcomes(tally: Tally): RaceOutcome[] {
  return [...tally.outcomes].sort(
    (a, b) => outcomes.indexOf(b) - outcomes.indexOf(a),
  )
}

/** "193 sold once, 7 sold twice"; what never happened is left out. */
export function tallyWords(tally: Tally): string {
  return outcomes
    .map((outcome) => ({ outcome, count: countOf(tally, outcome) }))
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${count} ${outcomeNames[outcome]}`)
    .join(', ')
}

export const raceQuestion = {
  ask: 'The race is run 200 times, looking first. How often will two guests be promised the last portion?',
  isMany: false,
  options: [
    { id: 'never', text: 'Never' },
    { id: 'few', text: '1 to 10 times' },
    { id: 'some', text: '11 to 100 times' },
    { id: 'most', text: 'More than 100 times' },
  ],
} as const

/** The answer that a run gives to the question. */
export function answerOf(tally: Tally) {
  const twice = countOf(tally, 'twice')
  const id =
    twice === 0 ? 'never' : twice <= 10 ? 'few' : twice <= 100 ? 'some' : 'most'
  const all = tally.outcomes.length
  return { ids: [id], said: `${twice} of ${all} races sold it twice.` }
}

function isOutcome(name: string): name is RaceOutcome {
  return Object.hasOwn(outcomeNames, name)
}
