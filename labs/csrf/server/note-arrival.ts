import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { forgeries } from '@/db/schema/attacks'
import type { Trial } from './find-trial'
import { twinCookie } from './set-up-trial'

/** The fields in which a browser says where a request began, and as what. */
const telling = [
  'origin',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'referer',
  'content-type',
  'access-control-request-method',
  'access-control-request-headers',
]

/** Writes down what of a request arrived, before anything is made of it. */
export async function noteArrival(
  db: Database,
  { door, id, sessionHash, setUpAt }: Trial,
  { method, headers }: Request,
): Promise<void> {
  const arrived: [string, string][] = [['method', method]]
  for (const name of telling) {
    const value = headers.get(name)
    if (value !== null) arrived.push([name, value.slice(0, 120)])
  }
  const cookie = twinCookie(headers)
  arrived.push(['cookie', cookie ? `twin=…${cookie.slice(-4)}` : 'none'])

  await db
    .insert(forgeries)
    .values({ door, id, sessionHash, setUpAt, arrived })
    .onConflictDoUpdate({
      target: [forgeries.sandboxId, forgeries.door],
      set: {
        arrived: sql`excluded.arrived`,
        traceId: sql`excluded.trace_id`,
      },
    })
}
