import type { Client } from '@libsql/client'
import { openClient, openDatabase, type Database } from '@/db/client'
import { prepareDatabase } from '@/db/prepare'
import { untraced } from '@/tracing/current'
import { tracedClient } from '@/tracing/traced-client'

/** Sets the scene on a new database; no trace shows it. */
export type LayOut = (db: Database) => Promise<void>

/**
 * Databases in memory with the whole schema and the catalogue, for what must
 * never touch a real one. They are gone when the request is over.
 */
export class ThrowAways {
  readonly #open: { close: () => void }[] = []

  readonly make = async (layOut: LayOut): Promise<Database> => {
    const client = openClient('file::memory:')
    this.#open.push(client)
    await untraced(async () => {
      await prepareDatabase(client)
      await layOut(openDatabase(client))
    })
    return watched(client)
  }

  close(): void {
    for (const client of this.#open.splice(0)) client.close()
  }
}

/** A database that is no visitor's, with a span for each of its statements. */
export function watched(client: Client): Database {
  return openDatabase(tracedClient(client, { isThrowAway: true }))
}
