import type { RunAnswer } from '@/components/lab/lab-bet'
import type { Sealing } from './use-sealing'

export const question = {
  ask: 'A sealed note comes back out of the database, and one bit of it has turned over on the way. The key is the right one. What comes out when it is opened?',
  isMany: false,
  options: [
    { id: 'letter', text: 'The note, with one letter wrong' },
    { id: 'noise', text: 'Noise in the place of the note' },
    { id: 'nothing', text: 'Nothing: it does not open' },
  ],
}

type Seen = Pick<Sealing, 'sent' | 'flips' | 'opened' | 'hasFlipped' | 'isBusy'>

/** Told by the first opening with a bit turned over. */
export function answerOf({
  sent,
  flips,
  opened,
  hasFlipped,
}: Seen): RunAnswer | null {
  if (!sent || !hasFlipped) return null
  const bits = flips.size === 1 ? 'One bit' : `${flips.size} bits`
  if (flips.size === 0)
    return {
      ids: ['nothing'],
      said: 'With the bit turned over it did not open. Turned back, it opens again.',
    }
  if (opened === null)
    return {
      ids: ['nothing'],
      said: `${bits} of ${sent.sealed.length * 8} turned over, and the tag did not fit any more: decrypting was refused.`,
    }
  return {
    ids: [nearlySame(opened, sent.text) ? 'letter' : 'noise'],
    said: `${bits} turned over, and it opened as “${opened}”.`,
  }
}

function nearlySame(a: string, b: string): boolean {
  const letters = [...a].filter((letter, at) => letter !== b[at])
  return a.length === b.length && letters.length <= 1
}

/** What has become of the note, in a sentence. */
export function sentenceOf({ sent, flips, opened, isBusy }: Seen): string {
  if (isBusy) return 'The note is on its way, once open and once sealed.'
  if (!sent) return 'Nothing has been sent yet.'
  if (flips.size === 0)
    return `The sealed note came back and was opened here: “${opened ?? ''}” The server has never seen it so.`
  const bits = flips.size === 1 ? 'one bit' : `${flips.size} bits`
  return opened === null
    ? `With ${bits} turned over it does not open. It says no more than that: not what is wrong, and not a letter of the note.`
    : `With ${bits} turned over it still opens, as “${opened}”.`
}

/** Where some words stand among bytes, one character for each; null for nowhere. */
export function placeIn(bytes: string, words: string): number | null {
  const sought = String.fromCharCode(...new TextEncoder().encode(words))
  const at = bytes.indexOf(sought)
  return at < 0 ? null : at
}

/** A row of a hex view: its address, its numbers, and its letters. */
export type HexRow = {
  at: number
  cells: { hex: string; letter: string; isMarked: boolean }[]
}

const columns = 8

/** Some rows of bytes around a stretch of them, which is marked. */
export function rowsAround(
  bytes: string,
  from: number,
  length: number,
  most: number,
): HexRow[] {
  const first = Math.max(0, Math.floor(from / columns) - 1) * columns
  const rows: HexRow[] = []
  for (let at = first; at < bytes.length && rows.length < most; at += columns)
    rows.push({
      at,
      cells: [...bytes.slice(at, at + columns)].map((letter, n) => ({
        hex: letter.charCodeAt(0).toString(16).padStart(2, '0'),
        letter: /[\x20-\x7e]/.test(letter) ? letter : '·',
        isMarked: at + n >= from && at + n < from + length,
      })),
    })
  return rows
}
