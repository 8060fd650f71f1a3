import { cageLimits, cageScene } from '@/contracts/injection-cage'
import type { CagedTable } from '@/contracts/injection-cage'
import type { CagedAnswer } from '@/contracts/injection'

/** What came of a search, the gravest of it. */
export type Verdict = 'meant' | 'broken' | 'leaked' | 'changed' | 'ended'

type Judged = {
  verdict: Verdict
  /** Names of tables that are gone, or hold something else than before. */
  changed: string[]
  /** How many of the rows that came back were not asked for. */
  strangers: number
  rows: number
}

/** Holds what came of a search against what it was meant to do. */
export function judge(answer: CagedAnswer, words: string): Judged {
  const rows = answer.results.flatMap((result) => result.rows)
  const strangers = rows.filter((row) => !isAskedFor(row, words)).length
  const changed = changedTables(answer.tables)
  const told = { changed, strangers, rows: rows.length }
  if (changed.length > 0) return { verdict: 'changed', ...told }
  if (answer.end === 'time' || answer.end === 'memory')
    return { verdict: 'ended', ...told }
  if (answer.end === 'error') return { verdict: 'broken', ...told }
  const isMeant = strangers === 0 && answer.results.length <= 1
  return { verdict: isMeant ? 'meant' : 'leaked', ...told }
}

/** A row that the search is for: a dish on the menu that the words are part of. */
export function isAskedFor(
  row: readonly (string | null)[],
  words: string,
): boolean {
  const [name, price] = row
  const onMenu = dishes.find(
    (dish) => dish[1] === name && dish[2] === price && dish[3] === '1',
  )
  return onMenu !== undefined && row.length === 2 && isLike(name ?? '', words)
}

const dishes = cageScene.find(({ name }) => name === 'dishes')?.rows ?? []

/** As LIKE compares: any run for %, any one character for _, either case. */
function isLike(name: string, words: string): boolean {
  const pattern = words
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.')
  return new RegExp(pattern, 'is').test(name)
}

function changedTables(tables: readonly CagedTable[] | null): string[] {
  if (tables === null) return []
  const gone = cageScene.flatMap(({ name, rows }) => {
    const held = tables.find((table) => table.name === name)
    const isSame =
      held?.count === rows.length &&
      JSON.stringify(held.rows) === JSON.stringify(rows)
    return isSame ? [] : [name]
  })
  const known = new Set(cageScene.map(({ name }) => name))
  const added = tables.filter(({ name }) => !known.has(name))
  return [...gone, ...added.map(({ name }) => name)]
}

/** What came of it, in a sentence with its figures. */
export function sentenceOf(answer: CagedAnswer, judged: Judged): string {
  const { changed, strangers, rows } = judged
  switch (judged.verdict) {
    case 'meant':
      return rows === 0
        ? 'No dish is called that. The words stayed text.'
        : `${count(rows, 'dish', 'dishes')}, as meant. The words stayed text.`
    case 'broken':
      return `The database cannot read it: ${answer.message}. The guest gets an error.`
    case 'leaked':
      return strangers === 0
        ? 'The database ran more than the one statement that was written.'
        : `${count(strangers, 'row', 'rows')} of ${rows} came back that the search is not for.`
    case 'changed':
      return `${changed.join(' and ')}: no longer as before. A search has written.`
    case 'ended':
      return answer.end === 'time'
        ? `Ended after ${cageLimits.runMs} ms: there was no end in sight.`
        : `Refused at ${cageLimits.heapBytes / 1024 ** 2} MiB of memory.`
  }
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`
}
