import type { Health } from '@/contracts/site'
import { sharedClient } from '@/db/client'
import { readSchemaVersion } from '@/db/prepare'
import { schemaVersion } from '@/db/schema-version'
import { env } from '@/env'

const whatToDo = 'Run npm run build with the variables of the database set.'

/** Whether the backend can work: the database answers, its schema is ours. */
export async function checkHealth(): Promise<Health> {
  const { version } = env
  const schema = await readSchemaVersion(sharedClient()).catch(() => null)
  // Ahead is well: a newer deployment migrated, and migrations only add.
  if (schema !== null && schema >= schemaVersion)
    return { status: 'ok', database: 'ok', version, schema }

  const database =
    schema === null
      ? 'The database does not answer. Check its address and token.'
      : `The schema is version ${schema}, not ${schemaVersion}. ${whatToDo}`
  return { status: 'failing', database, version, schema }
}
