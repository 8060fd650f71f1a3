import type { Reply } from './ask'

/** What has been caused so far: the replies, by the deed that caused them. */
type Caused = ReadonlyMap<string, Reply>

/** A code on the board, and the deeds that led to it. */
type Square = { code: number; deeds: string[] }

export type Family = {
  digit: number
  name: string
  says: string
  squares: Square[]
}

const names = [
  { digit: 1, name: 'Go on', says: 'I am still listening.' },
  { digit: 2, name: 'Done', says: 'It worked, and this is what came of it.' },
  { digit: 3, name: 'Elsewhere', says: 'What you want is somewhere else.' },
  { digit: 4, name: 'Your turn', says: 'The request has to change first.' },
  { digit: 5, name: 'My fault', says: 'The request was right. I was not.' },
] as const

/** The five families, each with the codes that really came, in their order. */
export function boardOf(caused: Caused): Family[] {
  const squares = new Map<number, string[]>()
  const add = (code: number, deed: string) =>
    squares.set(code, [...new Set([...(squares.get(code) ?? []), deed])])
  for (const [deed, { first, status }] of caused) {
    add(first, deed)
    add(status, deed)
  }
  const all = [...squares]
    .map(([code, deeds]) => ({ code, deeds }))
    .sort((a, b) => a.code - b.code)
  return names.map((family) => ({
    ...family,
    squares: all.filter(({ code }) => Math.floor(code / 100) === family.digit),
  }))
}

/** How far the reader has come, in one sentence. */
export function progressOf(families: readonly Family[]): string {
  const codes = families.flatMap(({ squares }) => squares).length
  const begun = families.filter(({ squares }) => squares.length > 0).length
  if (codes === 0) return 'The board is empty: nothing has been asked yet.'
  return `${codes} status ${codes === 1 ? 'code' : 'codes'}, from ${begun} of five families.`
}
