import { ApiProblemError, BrokenContractError } from '@/components/api-errors'
import { askLab, type LabReply } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'
import { sandboxHint } from '@/components/sandbox-session'
import { sendRequest } from '@/components/send-request'

const path = '/api/labs/two-windows'

/** The count that the server keeps for this browser. Asking makes no sandbox. */
export async function askServer(): Promise<number> {
  try {
    const { body } = await sendRequest(path)
    if (!isCount(body)) throw new BrokenContractError('not a count')
    return body.count
  } catch (error) {
    // A sandbox that was cleared has pressed nothing.
    const isGone =
      error instanceof ApiProblemError && error.problem.status === 401
    if (isGone) return 0
    throw error
  }
}

/** Tells the server that there was one more; it counts. */
export function addOnServer(): Promise<LabReply<{ count: number }>> {
  return askLab({ path }, isCount)
}

export async function clearOnServer(): Promise<void> {
  if (sandboxHint()) await sendRequest(path, { method: 'DELETE' })
}

function isCount(body: unknown): body is { count: number } {
  return isRecord(body) && typeof body.count === 'number'
}
