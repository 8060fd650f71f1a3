import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { FileConnection } from './file-connection'
import { partsOf, triggersOf, type Operation } from './row-changes'

/** A note of a changed row: JSON of its table, and its values before and after. */
export type Note = string

const make = [
  'pragma temp_store = memory',
  'create temp table notes (id integer primary key, sandbox, note)',
  ...[...triggersOf(triggerFor).values()].map(
    (text) => `create temp trigger ${text}`,
  ),
].join(';')
const mark = 'insert into temp.notes (note) values (null)'
const clear = 'delete from temp.notes'
const [betweenNotes, betweenStatements] = ['\x1e', '\x1d']
/** All in one value: a row of its own for each costs as much as the change. */
const read = `
  select group_concat(coalesce(note, char(29)), char(30)) from temp.notes
  where note is null or sandbox is null or ?1 is null or sandbox = ?1`

/**
 * Notes every row that this connection changes, in the connection's own memory:
 * nothing of it is written to the file, and nobody else's changes are seen.
 */
export class PrivateNotes {
  readonly #connection: FileConnection

  /** To be called while no transaction is open. */
  constructor(connection: FileConnection) {
    this.#connection = connection
    connection.executeMultiple(make)
  }

  clear(): void {
    this.#connection.execute(clear)
  }

  /** A statement is over; what is noted from here on belongs to the next. */
  mark(): void {
    this.#connection.execute(mark)
  }

  /** The notes of a sandbox's rows, those of each statement apart. */
  take(sandboxId: string | null): Note[][] {
    const { rows } = this.#connection.execute(read, [sandboxId])
    this.clear()
    const text = rows[0]?.[0]
    return typeof text === 'string' ? split(text) : []
  }
}

function split(text: string): Note[][] {
  let notes: Note[] = []
  const statements = [notes]
  for (const part of text.split(betweenNotes))
    if (part === betweenStatements) statements.push((notes = []))
    else notes.push(part)
  return statements
}

function triggerFor(
  table: SQLiteTable,
  operation: Operation,
  name: string,
): string {
  const { title, when, sandbox, before, after } = partsOf(table, operation)
  return (
    `"${name}" after ${operation} on main."${title}"${when} begin ` +
    `insert into notes (sandbox, note) ` +
    `values (${sandbox}, json_array('${title}', ${before}, ${after})); end`
  )
}
