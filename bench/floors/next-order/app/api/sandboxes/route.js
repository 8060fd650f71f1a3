import { getTill } from '../../../till.mjs'

/** The bench orders in sandboxes; this one copies a sandbox that is there. */
export async function POST() {
  const till = await getTill()
  return Response.json(await till.openSandbox(), { status: 201 })
}
