import { chore } from '@/server/http/chore'
import { claimMessages } from '@/server/messages/claim-messages'
import { deliverMessage } from '@/server/messages/deliver-message'

/** Sends the messages that are due. Whoever comes by carries it out. */
export const deliverOutbox = chore(
  'deliver from the outbox',
  claimMessages,
  ({ db, post, step }, message) =>
    step('deliver the message', () => deliverMessage(db, post, message)),
)
