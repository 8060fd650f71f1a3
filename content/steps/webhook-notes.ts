import CountTheTickets from './count-the-tickets.mdx'
import FindTheMessage from './find-the-message.mdx'
import SelectOutbox from './select-outbox.mdx'
import SendTheMessage from './send-the-message.mdx'
import WrapTheMessage from './wrap-the-message.mdx'

/** The notes of the steps that only the lab webhook takes. */
export const webhookNotes = {
  'find the message': FindTheMessage,
  'wrap the message': WrapTheMessage,
  'send the message': SendTheMessage,
  'count the tickets': CountTheTickets,
  'SELECT outbox': SelectOutbox,
}
