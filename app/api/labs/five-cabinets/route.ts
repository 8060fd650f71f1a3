import { readVersion } from '@/labs/five-cabinets/server/read-version'
import { runPart } from '@/labs/five-cabinets/server/run-part'
import { requireGuest } from '@/server/guests/require-guest'
import { endpoint } from '@/server/http/endpoint'
import { otherMethods } from '@/server/http/other-methods'
import { limitRate } from '@/server/limits/limit-rate'

/** One order in a SQLite that is thrown away: always the same statements. */
export const POST = endpoint(async ({ db, throwAway, member, step }) => {
  const guest = await step('see who is asking', () => requireGuest(db, member))
  await step('count this request', () => limitRate(db, guest, 'labs'))

  const cabinet = await throwAway(async () => undefined)
  const version = await step('ask for its version', () => readVersion(cabinet))
  const schema = await step('build the drawers', () =>
    runPart(cabinet, 'schema'),
  )
  const write = await step('put the order in', () => runPart(cabinet, 'write'))
  const query = await step('take the order out', () =>
    runPart(cabinet, 'query'),
  )
  const change = await step('change the order', () =>
    runPart(cabinet, 'change'),
  )

  const runs = [...schema, ...write, ...query, ...change]
  return { status: 201, body: { product: 'SQLite', version, runs } }
})

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST')
