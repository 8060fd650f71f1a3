import { operations } from '@/contracts/openapi-operations'
import type { Ask } from './record-api'

type Recorder = {
  record: (name: string, how?: Ask) => Promise<unknown>
  ask: (name: string, how: Ask) => Promise<{ body: unknown }>
  /** The same with the token of the reader whose sandbox it is. */
  mine: (how?: Ask) => Ask
}

const current = '/api/sandboxes/current'

/** What the other side of the hatch asks: a courier, a cook, a phone. */
export async function recordBothSides(
  { record, ask, mine }: Recorder,
  order: string,
): Promise<void> {
  const path = `/api/deliveries/${order}`
  const taken = mine({ path, body: { status: 'accepted' } })
  await record('PATCH /api/deliveries/{id}', taken)
  await record('GET /api/deliveries/{id}', mine({ path }))
  await record('GET /api/deliveries', mine())

  await record('GET /api/wall', mine())
  const bare = operations['POST /api/labs/break-it']?.body?.example
  await record('POST /api/labs/break-it', mine({ body: bare }))

  const change = mine({ body: { autopilot: false } })
  await record('PATCH /api/sandboxes/current', change)
  const shift = mine({ path: `${current}/shifts/kitchen` })
  await record('PUT /api/sandboxes/current/shifts/{part}', shift)
  await record('DELETE /api/sandboxes/current/shifts/{part}', shift)

  const wish = mine({ body: { kind: 'phone', part: 'kitchen' } })
  const invite = 'POST /api/sandboxes/current/invitations'
  const other = Object((await ask(invite, wish)).body)
  const { code } = Object(await record(invite, wish))
  await record('GET /api/sandboxes/current/invitations', mine())
  await record('POST /api/joins/preview', { body: { code } })
  const joined = Object(await record('POST /api/joins', { body: { code } }))
  await record('GET /api/sandboxes/current/members', mine())
  await record(
    'DELETE /api/sandboxes/current/invitations/{id}',
    mine({ path: `${current}/invitations/${other.id}` }),
  )
  await record(
    'DELETE /api/sandboxes/current/members/{id}',
    mine({ path: `${current}/members/${joined.id}` }),
  )
}
