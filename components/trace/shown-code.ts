import type { CodeRegion, SourceRegion } from '@/contracts/trace'

type Piece = SourceRegion['lines'][number][number]

export type ShownCode = {
  file: string
  line: number
  endLine: number
  lines: { number: number; pieces: Piece[]; isRun: boolean }[]
  /** True when the step ran all of its function. */
  isWhole: boolean
}

/**
 * The function around what ran, with the lines that ran marked. A text is kept
 * once, whatever line it stood on: where it stood then, the span's region says.
 */
export function shownCode(
  code: CodeRegion | undefined,
  sources: Readonly<Record<string, SourceRegion>>,
): ShownCode | null {
  if (!code) return null
  const around = code.within && sources[code.within]
  const source = around || sources[code.hash]
  if (!source) return null
  const line = around ? (code.withinLine ?? source.line) : code.line
  const indent = sharedIndent(source.lines)
  const lines = source.lines.map((pieces, at) => {
    const number = line + at
    const isRun = number >= code.line && number <= code.endLine
    return { number, pieces: withoutIndent(pieces, indent), isRun }
  })
  const isWhole = !code.within && lines.every(({ isRun }) => isRun)
  const endLine = line + Math.max(0, lines.length - 1)
  return { file: code.file, line, endLine, lines, isWhole }
}

/** The indentation that all lines share; empty ones have none. */
function sharedIndent(lines: readonly Piece[][]): number {
  const indents = lines
    .map((pieces) => pieces.map(([text]) => text).join(''))
    .filter((text) => text.trim() !== '')
    .map((text) => text.length - text.trimStart().length)
  return indents.length > 0 ? Math.min(...indents) : 0
}

function withoutIndent(pieces: readonly Piece[], indent: number): Piece[] {
  let left = indent
  return pieces.flatMap((piece): Piece[] => {
    const [text, kind] = piece
    const cut = Math.min(left, text.length)
    if (cut === 0) return [piece]
    left -= cut
    const rest = text.slice(cut)
    if (!rest) return []
    return kind ? [[rest, kind]] : [[rest]]
  })
}
