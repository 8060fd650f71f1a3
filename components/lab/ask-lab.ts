import { BrokenContractError } from '../api-errors'
import { jsonRequest } from '../json-request'
import { sendRequest } from '../send-request'
import { withSandbox } from '../with-sandbox'
import { inTurn } from './in-turn'

/** What the server told a lab, and the trace of the request that asked. */
export type LabReply<Told> = { told: Told; traceId: string | null }

type Question = {
  path: string
  /** Sent as JSON with POST. Without one nothing but the path is said. */
  message?: object
  method?: 'GET' | 'POST'
  /** Others have the lab just now: the question waits its turn. */
  onWait?: () => void
}

/**
 * Asks the server something for a lab, in the reader's own sandbox. What it
 * says is checked for all that the page relies on.
 */
export async function askLab<Told>(
  { path, message, method = 'POST', onWait }: Question,
  isTold: (body: unknown) => body is Told,
): Promise<LabReply<Told>> {
  const init = message ? jsonRequest('POST', message) : { method }
  const send = () => withSandbox(() => sendRequest(path, init))
  const { body, traceId } = await inTurn(send, onWait)
  if (!isTold(body)) throw new BrokenContractError(`not from ${path}`)
  return { told: body, traceId }
}
