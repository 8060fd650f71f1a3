import { randomBytes } from 'node:crypto'
import type { JoinedPage } from '@/contracts/xss-lab'
import { joinPage } from './join-page.unsafe'

/**
 * The unprotected page around a review. Its session opens nothing anywhere: it
 * is there to be stolen.
 */
export function joinAround(text: string): JoinedPage {
  const session = `mara-${randomBytes(6).toString('hex')}`
  return { text, session, page: joinPage(text, session) }
}
