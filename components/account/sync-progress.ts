import { ApiProblemError } from '@/components/api-errors'
import { noteInAccount } from '@/components/progress/in-account'
import {
  keptProgress,
  mergeProgress,
  parseProgress,
} from '@/components/progress/progress'
import { sendRequest } from '@/components/send-request'

const path = '/api/account/progress'

/**
 * Brings what was read here and what the account knows together, in both. Both
 * only grow, so nothing is lost whichever was newer.
 */
export async function syncProgress(): Promise<void> {
  const known = await readKnown()
  if (known === null) return
  mergeProgress(parseProgress(known))
  const merged = JSON.stringify(keptProgress())
  if (merged !== known) await sendProgress(merged)
}

/** The account is to know nothing of what was read. */
export const forgetProgress = () => sendProgress('{}')

/** As the account has it; null where nobody is signed in any more. */
async function readKnown(): Promise<string | null> {
  try {
    const { body } = await sendRequest(path)
    return JSON.stringify(body)
  } catch (error) {
    const isRefused =
      error instanceof ApiProblemError && error.problem.status < 500
    if (isRefused && error.problem.status !== 429) noteInAccount(false)
    if (isRefused) return null
    throw error
  }
}

async function sendProgress(progress: string): Promise<void> {
  await sendRequest(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: progress,
  })
}
