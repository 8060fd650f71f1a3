import { plainTokens, type SqlToken } from './sql-tokens'

/** A token, or what stands between two of them. */
type SqlPiece = SqlToken | { kind: 'space' | 'break'; text: string }

/** The words that begin a line of their own, outside of any bracket. */
const clauses = new Set(
  (
    'SELECT INSERT UPDATE DELETE WITH FROM VALUES SET WHERE GROUP HAVING ORDER ' +
    'LIMIT RETURNING UNION INTERSECT EXCEPT LEFT INNER CROSS JOIN ON DO'
  ).split(' '),
)
const joins = new Set(['LEFT', 'INNER', 'CROSS', 'OUTER'])
/** First words end where SELECT ends, so that what follows is in one line. */
const margin = 6
/** Beyond this a statement is shown as it was sent. */
const longest = 6_000

/**
 * A statement laid out as on a board: a clause a line, and what is longer than
 * `width` broken where a reader would break it.
 */
export function layOutSql(text: string, width = 52): SqlPiece[] {
  if (text.length > longest) return [{ kind: 'name', text }]
  const lines = linesOf(plainTokens(text))
  return lines.flatMap((line, at) => [
    ...(at === 0 ? [] : [{ kind: 'break' as const, text: '' }]),
    ...laidLine(line, width, lines.length > 1),
  ])
}

function linesOf(tokens: readonly SqlToken[]): SqlToken[][] {
  const lines: SqlToken[][] = []
  let depth = 0
  tokens.forEach((token, at) => {
    const before = tokens[at - 1]?.text ?? ''
    const line = lines.at(-1)
    const starts = depth === 0 && startsLine(token, before, tokens[at + 1])
    if (!line || starts) lines.push([token])
    else line.push(token)
    if (token.text === '(') depth++
    if (token.text === ')') depth--
  })
  return lines
}

function startsLine(
  { kind, text }: SqlToken,
  before: string,
  next: SqlToken | undefined,
): boolean {
  if (kind !== 'keyword' || !clauses.has(text)) return false
  if (text === 'ON') return next?.text === 'CONFLICT'
  if (text === 'FROM') return before !== 'DELETE'
  if (text === 'JOIN') return !joins.has(before)
  if (text === 'DO') return next?.text === 'UPDATE'
  if (before === 'DO') return false
  return !(text === 'SET' && before === 'UPDATE')
}

function laidLine(
  line: readonly SqlToken[],
  width: number,
  hasOthers: boolean,
): SqlPiece[] {
  const [first] = line
  if (!first) return []
  const start = hasOthers ? startOf(first.text) : ''
  const isWide = start.length + lengthOf(line, 0, line.length) > width
  const pieces: SqlPiece[] = start ? [{ kind: 'space', text: start }] : []
  let column = start.length
  let depth = 0
  line.forEach((token, at) => {
    const before = line[at - 1]
    const gap = before && needsSpace(before, token) ? 1 : 0
    const end = nextBreak(line, at)
    const isOver = column + gap + lengthOf(line, at, end) > width
    if (before && breaksHere(line, at, depth, isWide, isOver)) {
      const indent = joinsConditions(line, at) ? startOf(token.text) : inner
      pieces.push({ kind: 'break', text: indent })
      column = indent.length
    } else if (gap) {
      pieces.push({ kind: 'space', text: ' ' })
      column++
    }
    pieces.push(token)
    column += token.text.length
    if (token.text === '(') depth++
    if (token.text === ')') depth--
  })
  return pieces
}

const inner = ' '.repeat(margin + 1)

function startOf(word: string): string {
  // ON CONFLICT belongs to what is above it.
  if (word === 'ON' || word === 'DO') return ' '.repeat(margin + 1)
  return ' '.repeat(Math.max(0, margin - word.length))
}

function breaksHere(
  line: readonly SqlToken[],
  at: number,
  depth: number,
  isWide: boolean,
  isOver: boolean,
): boolean {
  const isRow = line[at]?.text === '(' && depth === 0 && at > 1
  if (isRow && line[0]?.text === 'VALUES') return true
  if (joinsConditions(line, at)) return depth === 0 ? isWide : isOver
  return line[at - 1]?.text === ',' && isOver
}

/** AND between two conditions, not between the two ends of BETWEEN. */
function joinsConditions(line: readonly SqlToken[], at: number): boolean {
  const text = line[at]?.text
  if (text === 'OR') return true
  if (text !== 'AND') return false
  const earlier = line
    .slice(0, at)
    .findLast(({ text }) => /^(?:AND|BETWEEN)$/.test(text))
  return earlier?.text !== 'BETWEEN'
}

/** Where the line could be broken next. */
function nextBreak(line: readonly SqlToken[], from: number): number {
  for (let at = from + 1; at < line.length; at++) {
    if (line[at - 1]?.text === ',' || joinsConditions(line, at)) return at
  }
  return line.length
}

function lengthOf(line: readonly SqlToken[], from: number, to: number) {
  let length = 0
  for (let at = from; at < to; at++) {
    const token = line[at]
    const before = line[at - 1]
    if (!token) continue
    if (at > from && before && needsSpace(before, token)) length++
    length += token.text.length
  }
  return length
}

function needsSpace(before: SqlToken, token: SqlToken): boolean {
  if (/^[,);.]$/.test(token.text)) return false
  if (before.text === '(' || before.text === '.') return false
  // A function's bracket stands close, that of a list of columns does not.
  const isCall = token.text === '(' && functions.has(before.text.toLowerCase())
  return !isCall
}

const functions = new Set(
  (
    'count sum min max avg total iif coalesce ifnull nullif length lower upper ' +
    'json json_extract json_each json_group_array json_object unixepoch abs ' +
    'round substr instr printf datetime strftime changes random hex'
  ).split(' '),
)
