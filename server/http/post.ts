import { callOut } from './call-out'

/** Sends a request on behalf of the visit; the trace goes along with it. */
export type Post = (
  url: string,
  message: { headers: Record<string, string>; body: string },
) => Promise<{ status: number }>

const timeLimitMs = 10_000
const longestReply = 64 * 1024

/** An outgoing POST to one of our own. It gives up after ten seconds. */
export const post: Post = async (url, message) => {
  const limits = { timeLimitMs, longestReply }
  const call = { method: 'POST', url, ...message, ...limits } as const
  const { status } = await callOut({ ...call, isOurs: true })
  return { status }
}
