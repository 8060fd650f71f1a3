import CountThePromises from './count-the-promises.mdx'
import LookFirstThenTake from './look-first-then-take.mdx'
import RaceAgainAndAgain from './race-again-and-again.mdx'
import ReadTheRace from './read-the-race.mdx'
import TakeBehindALock from './take-behind-a-lock.mdx'
import TakeIfOneIsLeft from './take-if-one-is-left.mdx'

/** The notes of the steps that only the race for the last portion takes. */
export const lastPortionNotes = {
  'read the race': ReadTheRace,
  'look first, then take': LookFirstThenTake,
  'take if one is left': TakeIfOneIsLeft,
  'take behind a lock': TakeBehindALock,
  'count the promises': CountThePromises,
  'race again and again': RaceAgainAndAgain,
}
