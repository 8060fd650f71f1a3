import { plainTokens, type SqlToken } from './sql-tokens'

/**
 * The column each parameter is compared with or written to, by its number.
 * Null where the statement does not tell: a limit, an argument of a function.
 */
export function columnsOfParameters(text: string): (string | null)[] {
  const tokens = plainTokens(text)
  const columns: (string | null)[] = []
  const inserted = insertedColumns(tokens)
  let column: string | null = null
  /** For each open bracket: whether a list of values is in it. */
  const lists: boolean[] = []
  let isRow = false
  let position = 0
  tokens.forEach((token, at) => {
    const { kind, text } = token
    if (kind === 'keyword' && endsValue.has(text)) column = null
    if (text === 'VALUES') isRow = true
    else if (kind === 'keyword' && text !== 'NULL') isRow &&= lists.length > 0
    if (text === '(') {
      if (isRow && lists.length === 0) position = 0
      lists.push(tokens[at - 1]?.text === 'IN')
    } else if (text === ')') lists.pop()
    else if (text === ',') {
      if (isRow && lists.length === 1) position++
      if (!lists.at(-1)) column = null
    } else if (kind === 'name' && tokens[at + 1]?.text !== '(') column = text
    else if (kind === 'parameter') {
      const number = Number(text.slice(1))
      const of = isRow ? (inserted[position] ?? null) : column
      if (number) columns[number - 1] ??= of && unquoted(of)
    }
  })
  return Array.from(columns, (of) => of ?? null)
}

const endsValue = new Set(
  'SELECT WHERE SET LIMIT OFFSET VALUES RETURNING THEN ELSE OR'.split(' '),
)

/** The list of columns of an INSERT. */
function insertedColumns(tokens: readonly SqlToken[]): string[] {
  const into = tokens.findIndex(({ text }) => text === 'INTO')
  const values = tokens.findIndex(({ text }) => text === 'VALUES')
  if (into < 0 || values < 0) return []
  return tokens
    .slice(into + 2, values)
    .flatMap(({ kind, text }) => (kind === 'name' ? [text] : []))
}

function unquoted(name: string): string {
  return name.replace(/^"|"$/g, '')
}
