import type { SourceRegion } from '@/contracts/trace'

export type SourceLine = SourceRegion['lines'][number]
type Piece = SourceLine[number]

const kinds = ['keyword', 'string', 'comment', 'faint', 'call'] as const

/**
 * A line as the manifest holds it: each piece is a digit for its kind, 0 for
 * none, and its text. So the file is short, and its JSON has one type.
 */
export function encodeLine(line: SourceLine): string[] {
  return line.map(
    ([text, kind]) =>
      `${kind === undefined ? 0 : kinds.indexOf(kind) + 1}${text}`,
  )
}

export function decodeLine(line: readonly string[]): SourceLine {
  return line.map((piece): Piece => {
    const kind = kinds[Number(piece.charAt(0)) - 1]
    const text = piece.slice(1)
    return kind === undefined ? [text] : [text, kind]
  })
}
