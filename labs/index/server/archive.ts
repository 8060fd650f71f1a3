import type { Client } from '@libsql/client'
import type { TableSize } from '@/contracts/index-sizes'
import { openDatabase } from '@/db/client'
import { openTable, writeOldOrders } from './old-orders'

/** The same orders twice: in a table without an index, and in one with it. */
export type Archive = { without: Client; with: Client }

declare global {
  var backOfHouseArchives: Map<TableSize, Promise<Archive>> | undefined
}

/**
 * The old orders, so many of them. Whoever asks first waits until they are
 * written; from then on nothing can change them.
 */
export function openArchive(rows: TableSize): Promise<Archive> {
  const archives = (globalThis.backOfHouseArchives ??= new Map())
  const known = archives.get(rows)
  if (known) return known

  const archive = writeArchive(rows)
  archives.set(rows, archive)
  archive.catch(() => archives.delete(rows))
  return archive
}

async function writeArchive(rows: TableSize): Promise<Archive> {
  return {
    without: await writeTable(rows, []),
    with: await writeTable(rows, ['guest']),
  }
}

async function writeTable(rows: TableSize, indexes: string[]): Promise<Client> {
  const client = await openTable(indexes)
  await writeOldOrders(openDatabase(client), rows)
  await client.execute('pragma query_only = on')
  return client
}
