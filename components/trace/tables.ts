import type { Row, RowChange, Span } from '@/contracts/trace'
import type { SpanRow } from './span-rows'
import { changesOf, readRowsOf } from './statement-rows'
import { traceIndex } from './trace-index'
import { transactionsOf, type Transaction } from './transactions'

export type TableRow = {
  /** As it was before this step: null before it was there. */
  before: Row | null
  /** As it is at this step: null once it is gone. */
  after: Row | null
  /** Pending until its transaction is decided: nobody else sees it yet. */
  state: 'committed' | 'pending' | 'untouched'
  changedHere: boolean
  /** True at the step from which on everybody sees it. */
  settledHere: boolean
}

export type Table = {
  name: string
  columns: string[]
  /** The columns of its key; empty while no change has told them. */
  key: string[]
  rows: TableRow[]
}

type Cell = Pick<TableRow, 'before' | 'after' | 'state'> & {
  changedAt: number
  settledAt: number
  transaction: Transaction | null
}
type Undo = { cell: Cell; row: Row | null; state: TableRow['state'] }

/**
 * The tables as they were after the first `step` steps of the story, as far as
 * the trace tells: the recorded changes are folded, what was rolled back is
 * taken back where it was, and nothing is worked out from the SQL.
 */
export function tablesAt(spans: readonly Span[], step: number): Table[] {
  const { rows } = traceIndex(spans)
  const fold = new Fold(keysOf(spans))
  fold.seed(rows)
  const transactions = transactionsOf(spans)
  rows.slice(0, Math.max(0, step)).forEach((row, at) => {
    fold.apply(row, at + 1, transactions.get(row.span.spanId) ?? null)
  })
  return fold.tables(Math.min(step, rows.length))
}

/** The key columns of each table that was changed anywhere in the trace. */
function keysOf(spans: readonly Span[]): Map<string, string[]> {
  const keys = new Map<string, string[]>()
  for (const { sql } of spans)
    for (const { table, key } of sql?.changes ?? []) keys.set(table, key)
  return keys
}

class Fold {
  readonly #keys: ReadonlyMap<string, string[]>
  readonly #cells = new Map<string, Map<string, Cell>>()
  readonly #columns = new Map<string, Set<string>>()
  readonly #open = new Map<Transaction, Undo[]>()

  constructor(keys: ReadonlyMap<string, string[]>) {
    this.#keys = keys
  }

  /**
   * A row that was first seen by being read, or as it was before its first
   * change, was there from the start. Once changes were left out, that no
   * longer holds: the row may have been among them.
   */
  seed(rows: readonly SpanRow<Span>[]) {
    const seen = new Set<string>()
    let isCertain = true
    const meet = (table: string, row: Row | null, id: string) => {
      if (seen.has(id)) return
      seen.add(id)
      if (row && isCertain) this.#cell(table, id).after = row
    }
    for (const { span } of rows) {
      for (const { table, row } of readRowsOf(span, this.#keys)) {
        this.#note(table, row)
        meet(table, row, this.#idOf(table, row))
      }
      for (const { table, before, after } of changesOf(span)) {
        if (before) meet(table, before, this.#idOf(table, before))
        if (after) meet(table, null, this.#idOf(table, after))
        this.#note(table, before ?? {})
        this.#note(table, after ?? {})
      }
      if (span.sql?.changesLeftOut) isCertain = false
    }
  }

  apply(row: SpanRow<Span>, at: number, transaction: Transaction | null) {
    this.#closeUntil(row.startMs, at)
    const { span } = row
    for (const { table, row } of readRowsOf(span, this.#keys)) {
      const cell = this.#cell(table, this.#idOf(table, row))
      cell.after = { ...cell.after, ...row }
    }
    for (const change of changesOf(span)) this.#change(change, at, transaction)
    if (transaction?.decidedBy === span) this.#decide(transaction, at)
  }

  /** A transaction whose end was not recorded ends with the span around it. */
  #closeUntil(startMs: number, at: number) {
    for (const transaction of this.#open.keys()) {
      const { decidedBy, endMs } = transaction
      if (!decidedBy && endMs !== null && endMs <= startMs)
        this.#decide(transaction, at)
    }
  }

  #change(change: RowChange, at: number, transaction: Transaction | null) {
    const { table, before, after } = change
    const idBefore = before && this.#idOf(table, before)
    const idAfter = after && this.#idOf(table, after)
    if (idBefore !== null) {
      // What the database said last is truer than what was folded so far.
      this.#cell(table, idBefore).after = before
      const isMoved = idAfter !== null && idAfter !== idBefore
      this.#set(table, idBefore, isMoved ? null : after, at, transaction)
    }
    if (idAfter !== null && idAfter !== idBefore) {
      this.#set(table, idAfter, after, at, transaction)
    }
  }

  #set(
    table: string,
    id: string,
    row: Row | null,
    at: number,
    transaction: Transaction | null,
  ) {
    const cell = this.#cell(table, id)
    if (transaction) {
      const undo = this.#open.get(transaction) ?? []
      undo.push({ cell, row: cell.after, state: cell.state })
      this.#open.set(transaction, undo)
    }
    this.#move(cell, row, at)
    cell.state = transaction ? 'pending' : 'committed'
    cell.transaction = transaction
  }

  #move(cell: Cell, row: Row | null, at: number) {
    // A row changed twice in one step was before it what it was at first.
    if (cell.changedAt !== at) cell.before = cell.after
    cell.after = row
    cell.changedAt = at
  }

  #decide(transaction: Transaction, at: number) {
    const undo = this.#open.get(transaction) ?? []
    this.#open.delete(transaction)
    if (transaction.outcome === 'taken back') {
      for (const { cell, row, state } of undo.reverse()) {
        this.#move(cell, row, at)
        cell.state = state
        cell.transaction = null
      }
      return
    }
    for (const { cell } of undo) {
      if (cell.transaction !== transaction) continue
      cell.state = 'committed'
      cell.settledAt = at
    }
  }

  tables(step: number): Table[] {
    return [...this.#columns].map(([name, columns]) => ({
      name,
      columns: [...columns],
      key: this.#keys.get(name) ?? [],
      rows: [...(this.#cells.get(name)?.values() ?? [])].flatMap((cell) =>
        rowOf(cell, step),
      ),
    }))
  }

  #note(table: string, row: Row) {
    const columns = this.#columns.get(table) ?? new Set()
    for (const column of Object.keys(row)) columns.add(column)
    this.#columns.set(table, columns)
  }

  /** Rows of a table whose key nobody told are the same when all is the same. */
  #idOf(table: string, row: Row): string {
    const key = this.#keys.get(table) ?? Object.keys(row)
    return JSON.stringify(key.map((column) => row[column] ?? null))
  }

  #cell(table: string, id: string): Cell {
    const cells = this.#cells.get(table) ?? new Map<string, Cell>()
    this.#cells.set(table, cells)
    const known = cells.get(id)
    if (known) return known
    const cell: Cell = {
      before: null,
      after: null,
      state: 'untouched',
      changedAt: -1,
      settledAt: -1,
      transaction: null,
    }
    cells.set(id, cell)
    return cell
  }
}

/** What is gone for everybody is not shown again after the step it went in. */
function rowOf(cell: Cell, step: number): TableRow[] {
  const { after, state } = cell
  const changedHere = cell.changedAt === step
  const settledHere = cell.settledAt === step
  if (!after && !changedHere && state !== 'pending') return []
  const before = changedHere || !after ? cell.before : after
  if (!before && !after) return []
  return [{ before, after, state, changedHere, settledHere }]
}
