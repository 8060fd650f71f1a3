import { operations } from '@/contracts/openapi-operations'
import type { Ask } from './record-api'

type Recorder = {
  record: (name: string, how?: Ask) => Promise<unknown>
  ask: (name: string, how: Ask) => Promise<{ body: unknown }>
  /** The same with the token of the reader whose sandbox it is. */
  mine: (how?: Ask) => Ask
  isRecorded: (name: string) => boolean
}

/** The doors of labs that need no more than their own example. */
export async function recordLabs({
  record,
  ask,
  mine,
  isRecorded,
}: Recorder): Promise<void> {
  const orders = '/api/labs/break-the-contract/orders'
  await record(
    `POST ${orders}`,
    mine({
      path: `${orders}?change=rename-name`,
      body: operations[`POST ${orders}`]?.body?.example,
    }),
  )
  // What is judged is what was given out before.
  const genuine = { format: 'jwt', deed: 'genuine' }
  const { token } = Object(
    (await ask('POST /api/labs/jwt/tokens', mine({ body: genuine }))).body,
  )
  await record('POST /api/labs/jwt', mine({ body: { token } }))
  const login = 'POST /api/labs/session-or-token'
  const { tickets } = Object(
    await record(login, mine({ body: operations[login]?.body?.example })),
  )
  await record(`${login}/visits`, mine({ body: tickets[0] }))
  for (const [name, { body, parameters = [] }] of Object.entries(operations)) {
    const needsMore = parameters.some(
      (one) => 'required' in one && one.required,
    )
    if (!name.includes(' /api/labs/') || needsMore || isRecorded(name)) continue
    await record(name, mine(body ? { body: body.example } : {}))
  }
}
