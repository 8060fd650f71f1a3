import { sql } from 'drizzle-orm'
import type { CabinetRun } from '@/contracts/five-cabinets'
import type { Database } from '@/db/client'
import { cabinetStatements, type CabinetPart } from './cabinet-statements'

/** Runs the statements of one part, the write as one transaction. */
export async function runPart(
  db: Database,
  part: CabinetPart,
): Promise<CabinetRun[]> {
  if (part !== 'write') return runAll(db, part)
  return db.transaction((tx) => runAll(tx, part))
}

async function runAll(db: Database, part: CabinetPart): Promise<CabinetRun[]> {
  const runs: CabinetRun[] = []
  for (const text of cabinetStatements[part]) {
    const { columns, rows, rowsAffected } = await db.run(sql.raw(text))
    const shown = rows.map((row) => columns.map((name) => textOf(row[name])))
    const changed = part === 'schema' ? 0 : rowsAffected
    runs.push({ part, sql: text, columns, rows: shown, changed })
  }
  return runs
}

function textOf(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value)
}
