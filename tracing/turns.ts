import type { RowNotes } from './row-notes'
import type { Visit } from './visit'

type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>

/**
 * How the statements of a transaction follow each other when several are asked
 * for at once. Over a network they set out together. A file works on one at a
 * time, and a trace shows it so; where a fault is to befall one, the others
 * wait for it as well.
 */
export function turnsIn(
  { isRemote }: Pick<RowNotes, 'isRemote'>,
  visit: Visit | undefined,
): Turns {
  const oneByOne = queue()
  return (work) =>
    isRemote && visit?.hinder === undefined ? work() : oneByOne(work)
}

/** One after the other. Where one fails, those that wait behind it do as well. */
function queue(): Turns {
  let last: Promise<unknown> | null = null
  return (work) => {
    const mine = last ? last.then(work) : work()
    const leave = () => {
      if (last === mine) last = null
    }
    last = mine
    mine.then(leave, leave)
    return mine
  }
}
