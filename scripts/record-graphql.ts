import { operations } from '@/contracts/openapi-operations'
import type { Ask } from './record-api'

type Recorder = {
  record: (name: string, how?: Ask) => Promise<unknown>
  /** The same with the token of the reader whose sandbox it is. */
  mine: (how?: Ask) => Ask
}

/** One question, once in the address and once in a body. */
export async function recordGraphql({ record, mine }: Recorder): Promise<void> {
  const body = Object(operations['POST /api/graphql']?.body?.example)
  const query = new URLSearchParams({ query: String(body.query) })
  await record('GET /api/graphql', mine({ path: `/api/graphql?${query}` }))
  await record('POST /api/graphql', mine({ body }))
}
