import type { Client } from '@libsql/client'
import { createHash } from 'node:crypto'
import type { SourceRegion } from '@/contracts/trace'
import { builtRegions } from './regions'
import { builtSources } from './sources'

/**
 * Regions that are kept, a few megabytes of them. A change to the code adds two
 * or three, so a trace keeps its code for over a thousand changes.
 */
const mostRegions = 4_000

/**
 * Keeps the code of this build in the database, so that its traces can be read
 * with the code of their day when a later build has another. Costs one read
 * when this build has done so before.
 */
export async function keepSources(client: Client): Promise<void> {
  const build = createHash('sha256')
    .update(JSON.stringify(builtRegions))
    .digest('hex')
  const { rows } = await client.execute(
    `select value from facts where name = 'code'`,
  )
  if (rows[0]?.['value'] === build) return
  await keepBuild(client, build, [...(await builtSources()).values()])
}

/** Keeps the regions of a build. What has not been in use longest goes first. */
export async function keepBuild(
  client: Client,
  build: string,
  sources: readonly SourceRegion[],
  most = mostRegions,
): Promise<void> {
  await client.batch(
    [
      {
        // A region that is in use again becomes the newest again.
        sql: `replace into code_regions (hash, file, function, line, end_line, source)
              select value ->> 'hash', value ->> 'file', value ->> 'function',
                     value ->> 'line', value ->> 'endLine', value -> 'lines'
              from json_each(:sources)`,
        args: { sources: JSON.stringify(sources) },
      },
      {
        sql: `delete from code_regions where rowid in (
                select rowid from code_regions
                order by rowid desc limit -1 offset :most)`,
        args: { most },
      },
      {
        sql: `replace into facts (name, value) values ('code', :build)`,
        args: { build },
      },
    ],
    'write',
  )
}
