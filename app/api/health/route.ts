import { sharedClient } from '@/db/client'
import type { Reply } from '@/contracts/http'
import { readSchemaVersion } from '@/db/prepare'
import { schemaVersion } from '@/db/schema-version'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { env } from '@/env'

const whatToDo = 'Run npm run build with the variables of the database set.'

/** Whether the backend can work: the database answers, its schema is ours. */
export const GET = endpoint(
  async (): Promise<Reply> => {
    const schema = await readSchemaVersion(sharedClient()).catch(() => null)
    if (schema === schemaVersion)
      return {
        status: 200,
        headers: { 'Cache-Control': 'no-store' },
        body: { status: 'ok', database: 'ok', version: env.version, schema },
      }
    const detail =
      schema === null
        ? 'The database does not answer. Check its address and token.'
        : `The schema is version ${schema}, not ${schemaVersion}. ${whatToDo}`
    return {
      status: 503,
      headers: { 'Retry-After': '10' },
      body: {
        status: 'failing',
        database: detail,
        version: env.version,
        schema,
      },
    }
  },
  { credentials: 'none', isTraced: false },
)

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET')
