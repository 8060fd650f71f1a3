export type SqlToken = {
  kind: 'keyword' | 'name' | 'string' | 'number' | 'parameter' | 'mark'
  text: string
}

const keywords = new Set(
  (
    'select distinct from where group order by having limit offset insert or ' +
    'ignore replace into values update set delete returning on conflict do ' +
    'nothing and not in is null between like exists as join inner left outer ' +
    'cross using union all intersect except case when then else end asc desc ' +
    'begin immediate deferred commit rollback savepoint release to transaction ' +
    'with recursive default cast collate glob'
  ).split(' '),
)

const pattern =
  /\s+|--[^\n]*|('(?:[^']|'')*')|"((?:[^"]|"")*)"|(\?\d*|[:@$]\w+)|(\d[\w.]*)|([A-Za-z_]\w*)|(<=|>=|<>|!=|==|\|\||->>?|.)/gsu

/** The tokens of a statement. Parameters are numbered as SQLite counts them. */
export function sqlTokens(text: string): SqlToken[] {
  const tokens: SqlToken[] = []
  let last = 0
  for (const match of text.matchAll(pattern)) {
    const [, string, quoted, parameter, number, word, mark] = match
    if (string !== undefined) tokens.push({ kind: 'string', text: string })
    else if (quoted !== undefined) tokens.push(nameToken(quoted))
    else if (parameter !== undefined) {
      if (parameter === '?') last++
      else last = Math.max(last, Number(parameter.slice(1)) || 0)
      const shown = parameter === '?' ? `?${last}` : parameter
      tokens.push({ kind: 'parameter', text: shown })
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', text: number })
    } else if (word !== undefined) tokens.push(wordToken(word))
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark })
  }
  return tokens
}

function wordToken(word: string): SqlToken {
  return keywords.has(word.toLowerCase())
    ? { kind: 'keyword', text: word.toUpperCase() }
    : { kind: 'name', text: word }
}

/** Quotes stay where a name needs them. */
function nameToken(name: string): SqlToken {
  const isPlain = /^[a-z_]\w*$/i.test(name) && !keywords.has(name.toLowerCase())
  return { kind: 'name', text: isPlain ? name : `"${name}"` }
}

/**
 * The same statement with less around it: without brackets that change nothing,
 * and without the table before a column where there is but one table.
 */
export function plainTokens(text: string): SqlToken[] {
  const tokens = withoutIdleBrackets(sqlTokens(text))
  const table = onlyTable(tokens)
  if (table === undefined) return tokens
  return tokens.filter((token, at) => {
    const isQualifier = token.text === table && tokens[at + 1]?.text === '.'
    const isItsDot = token.text === '.' && tokens[at - 1]?.text === table
    return !isQualifier && !isItsDot
  })
}

function onlyTable(tokens: readonly SqlToken[]): string | undefined {
  const tables = tokens.flatMap(({ text }, at) =>
    text === 'FROM' || text === 'INTO' || text === 'UPDATE' || text === 'JOIN'
      ? [tokens[at + 1]]
      : [],
  )
  // DO UPDATE SET names no table.
  const named = tables.filter((token) => token?.kind === 'name')
  const isJoined = tokens.some(({ text }) => text === 'JOIN' || text === 'AS')
  const [table] = named
  if (!table || named.length > 1 || isJoined) return undefined
  const isListed = tokens[tokens.indexOf(table) + 1]?.text === ','
  return isListed ? undefined : table.text
}

const opening = new Set(['WHERE', 'AND', '(', 'HAVING'])
const closing = new Set([
  'AND',
  ')',
  'RETURNING',
  'ORDER',
  'LIMIT',
  'GROUP',
  ';',
])

/**
 * Brackets around one condition among others joined by AND. Where OR, a list
 * or another statement is inside they mean something, and stay.
 */
function withoutIdleBrackets(tokens: SqlToken[]): SqlToken[] {
  for (let from = 0; from < tokens.length; from++) {
    const before = tokens[from - 1]?.text ?? ''
    if (tokens[from]?.text !== '(' || !opening.has(before)) continue
    const to = closingBracket(tokens, from)
    const after = tokens[to + 1]
    if (to < 0 || (after && !closing.has(after.text))) continue
    // Only a bracket that is itself idle or part of a condition may be before.
    if (before === '(' && !isIdlePlace(tokens, from - 1)) continue
    if (!isCondition(tokens.slice(from + 1, to))) continue
    const less = tokens.filter((_, at) => at !== from && at !== to)
    return withoutIdleBrackets(less)
  }
  return tokens
}

function isIdlePlace(tokens: readonly SqlToken[], at: number): boolean {
  const before = tokens[at - 1]?.text ?? ''
  return opening.has(before) || before === 'OR'
}

function isCondition(inside: readonly SqlToken[]): boolean {
  let depth = 0
  let hasComparison = false
  for (const { kind, text } of inside) {
    if (text === '(') depth++
    if (text === ')') depth--
    if (depth > 0) continue
    if (text === 'OR' || text === ',' || text === 'SELECT') return false
    const compares = /^(?:[<>=!]+|IN|IS|LIKE|BETWEEN|EXISTS|AND)$/.test(text)
    if (compares && kind !== 'name') hasComparison = true
  }
  return hasComparison
}

function closingBracket(tokens: readonly SqlToken[], from: number): number {
  let depth = 0
  for (let at = from; at < tokens.length; at++) {
    if (tokens[at]?.text === '(') depth++
    if (tokens[at]?.text === ')') depth--
    if (depth === 0) return at
  }
  return -1
}
