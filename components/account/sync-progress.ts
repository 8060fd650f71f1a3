import {
  keptProgress,
  parseProgress,
  mergeProgress,
} from '@/components/progress/progress'
import { sendRequest } from '@/components/send-request'

const path = '/api/account/progress'

/**
 * Brings what was read here and what the account knows together, in both. Both
 * only grow, so nothing is lost whichever was newer.
 */
export async function syncProgress(): Promise<void> {
  const { body } = await sendRequest(path)
  mergeProgress(parseProgress(JSON.stringify(body)))
  await sendRequest(path, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(keptProgress()),
  })
}
