import { operations } from '@/contracts/openapi-operations'
import type { Ask } from './record-api'

type Recorder = {
  record: (name: string, how?: Ask) => Promise<unknown>
  /** The same with the token of the reader whose sandbox it is. */
  mine: (how?: Ask) => Ask
}

/** What the labs ask that start processes and threads. */
export async function recordProcesses({
  record,
  mine,
}: Recorder): Promise<void> {
  const cut = operations['POST /api/labs/power-cut']?.body?.example
  await record('POST /api/labs/power-cut', mine({ body: cut }))
  const door = '/api/labs/one-waiter'
  const first = mine({ path: `${door}?way=wait&run=a1b2c3d4&number=1` })
  await record(`GET ${door}`, first)
  await record(`DELETE ${door}`, mine({ path: `${door}?run=a1b2c3d4` }))
  await record(`GET ${door}/bystander`)
}
