import { sharedClient } from '@/db/client'
import { readSchemaVersion } from '@/db/prepare'
import { schemaVersion } from '@/db/schema-version'
import { env } from '@/env'
import { ProblemError } from './errors'

let ready: Promise<void> | undefined

/**
 * Refuses to work on a deployment that is not set up, and says what to do. On
 * one machine the start sees to everything, and is waited for; a function only
 * looks whether the build has, once in its life. A schema that is ahead is that of a newer
 * deployment beside this one, and migrations only add.
 */
export async function requireReady(): Promise<void> {
  const missing = env.missing[0]
  if (missing) refuse(`The variable ${missing} is missing.`)
  if (!env.onVercel) return globalThis.backOfHouseServer?.startBackend?.()

  ready ??= checkSchema()
  await ready.catch((error: unknown) => {
    ready = undefined
    throw error
  })
}

async function checkSchema(): Promise<void> {
  const version = await readSchemaVersion(sharedClient()).catch(() => null)
  if (version === null)
    refuse(
      'The database does not answer, or is empty. Look at TURSO_DATABASE_URL and TURSO_AUTH_TOKEN, then deploy to production: its build fills the database.',
    )
  if (version < schemaVersion)
    refuse(
      `The database is at version ${version} of its schema, and ${schemaVersion} is needed. Deploy to production: its build brings the database up to date.`,
    )
}

function refuse(detail: string): never {
  throw new ProblemError('not-configured', detail, {
    headers: { 'Retry-After': '10' },
  })
}
