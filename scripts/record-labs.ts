import { operations } from '@/contracts/openapi-operations'
import type { Ask } from './record-api'

type Recorder = {
  record: (name: string, how?: Ask) => Promise<unknown>
  /** The same with the token of the reader whose sandbox it is. */
  mine: (how?: Ask) => Ask
  isRecorded: (name: string) => boolean
}

/** The doors of labs that need no more than their own example. */
export async function recordLabs({
  record,
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
  for (const [name, { body, parameters = [] }] of Object.entries(operations)) {
    const needsMore = parameters.some(
      (one) => 'required' in one && one.required,
    )
    if (!name.includes(' /api/labs/') || needsMore || isRecorded(name)) continue
    await record(name, mine(body ? { body: body.example } : {}))
  }
}
