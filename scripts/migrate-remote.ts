import { openClient } from '@/db/client'
import { prepareDatabase, readSchemaVersion } from '@/db/prepare'
import { env } from '@/env'
import { keepSources } from '@/tracing/keep-sources'

/**
 * Brings the database that TURSO_DATABASE_URL names up to this build: its
 * tables, its catalogue, its source by hash. A production build on Vercel runs it
 * (scripts/build.mjs); by hand it is `npx tsx scripts/migrate-remote.ts`.
 * Migrations only add, so the deployment before this one goes on working.
 */
async function migrateRemote(): Promise<void> {
  const { TURSO_DATABASE_URL: url, TURSO_AUTH_TOKEN: token } = env
  if (url === undefined) throw new Error('TURSO_DATABASE_URL is not set.')

  const client = openClient(url, token)
  await prepareDatabase(client)
  await keepSources(client)
  const version = await readSchemaVersion(client)
  client.close()
  console.log(`The database is at version ${version} of its schema.`)
}

migrateRemote().catch((error: unknown) => {
  console.error('The database could not be prepared. Look at its address and')
  console.error('its token (TURSO_DATABASE_URL, TURSO_AUTH_TOKEN).')
  for (let at = error; at instanceof Error; at = at.cause)
    console.error(`- ${at.message}`)
  process.exitCode = 1
})
