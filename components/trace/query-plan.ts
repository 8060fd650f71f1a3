type PlanLine = {
  depth: number
  /** The word that tells what the database does: SEARCH, SCAN, USE. */
  verb: string
  rest: string
  /** What the line proves, in a plain sentence; null where it proves nothing. */
  meaning: string | null
}

export function planLines(plan: readonly string[]): PlanLine[] {
  return plan.map((line) => {
    const text = line.trimStart()
    const [verb = ''] = text.split(' ', 1)
    return {
      depth: Math.floor((line.length - text.length) / 2),
      verb,
      rest: text.slice(verb.length + 1),
      meaning: meaningOf(text),
    }
  })
}

function meaningOf(line: string): string | null {
  const search =
    /^SEARCH (\S+) USING (?:(COVERING )?INDEX (\S+)|(INTEGER PRIMARY KEY))/.exec(
      line,
    )
  if (search) {
    const [, table, covering, index, byNumber] = search
    if (byNumber) {
      return `It goes straight to the row of ${table} by its number and reads no other.`
    }
    const way = index?.startsWith('sqlite_autoindex_')
      ? 'the index of its key'
      : `the index ${index}`
    return covering
      ? `It finds all it needs of ${table} in ${way}, without touching the table.`
      : `It goes straight to the matching rows of ${table} by ${way}.`
  }
  const scan = /^SCAN (\S+)(?: USING (COVERING )?INDEX (\S+))?$/.exec(line)
  if (scan) {
    const [, table, covering, index] = scan
    if (table === 'CONSTANT') return null
    if (!index) return `It reads every row of ${table}, one after the other.`
    return covering
      ? `It reads the whole index ${index}, without touching ${table}.`
      : `It reads every row of ${table}, in the order of the index ${index}.`
  }
  const sort = /^USE TEMP B-TREE FOR (?:.* )?(ORDER|GROUP|DISTINCT)\b/.exec(
    line,
  )
  if (sort?.[1] === 'ORDER') return 'It sorts what it found, in memory.'
  if (sort) return 'It sorts what it found to put equal rows together.'
  return null
}
