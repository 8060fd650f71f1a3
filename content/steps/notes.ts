import type { ComponentType } from 'react'
import type { Chapter } from '../chapters'
import { firstChapterNotes } from './first-chapter-notes'
import { queryLabNotes } from './query-lab-notes'
import { identityNotes } from './identity-notes'
import { securityNotes } from './security-notes'
import { processNotes } from './process-notes'
import { lastPortionNotes } from './last-portion-notes'
import { serverNotes } from './server-notes'
import { catalogueNotes } from './catalogue-notes'
import { contractNotes } from './contract-notes'
import { weatherNotes } from './weather-notes'
import { webhookNotes } from './webhook-notes'
import { chapterOf, isStepName, type StepName } from './steps'
import Begin from './begin.mdx'
import CallTheRestaurant from './call-the-restaurant.mdx'
import CheckTheSignature from './check-the-signature.mdx'
import Commit from './commit.mdx'
import CompareTheVersion from './compare-the-version.mdx'
import CountThisRequest from './count-this-request.mdx'
import DeleteSharedTraces from './delete-shared-traces.mdx'
import DeliverFromTheOutbox from './deliver-from-the-outbox.mdx'
import DeliverTheMessage from './deliver-the-message.mdx'
import FindTheCopy from './find-the-copy.mdx'
import ReadTheQuestion from './read-the-question.mdx'
import WaitForNews from './wait-for-news.mdx'
import FindTheDelivery from './find-the-delivery.mdx'
import FindTheOrder from './find-the-order.mdx'
import FindTheSource from './find-the-source.mdx'
import HearThePress from './hear-the-press.mdx'
import InsertArrivals from './insert-arrivals.mdx'
import InsertDeliveries from './insert-deliveries.mdx'
import InsertEvents from './insert-events.mdx'
import InsertOrderLines from './insert-order-lines.mdx'
import InsertOrders from './insert-orders.mdx'
import InsertOutbox from './insert-outbox.mdx'
import InsertPortions from './insert-portions.mdx'
import InsertRateLimits from './insert-rate-limits.mdx'
import InsertReplies from './insert-replies.mdx'
import InsertSandboxes from './insert-sandboxes.mdx'
import InsertSharedTraces from './insert-shared-traces.mdx'
import InsertTickets from './insert-tickets.mdx'
import LeaveItToThem from './leave-it-to-them.mdx'
import ListTheDeliveries from './list-the-deliveries.mdx'
import LookForARepeat from './look-for-a-repeat.mdx'
import LookForRoom from './look-for-room.mdx'
import LookUpTheAddress from './look-up-the-address.mdx'
import MoveTheOrder from './move-the-order.mdx'
import OpenAConnection from './open-a-connection.mdx'
import OpenASandbox from './open-a-sandbox.mdx'
import PaintTheConfirmation from './paint-the-confirmation.mdx'
import ParseTheReply from './parse-the-reply.mdx'
import PlayTheCourier from './play-the-courier.mdx'
import PlayTheKitchen from './play-the-kitchen.mdx'
import PrepareTheRequest from './prepare-the-request.mdx'
import PressPlaceOrder from './press-place-order.mdx'
import PriceTheBasket from './price-the-basket.mdx'
import PrintTheTicket from './print-the-ticket.mdx'
import ReadTheChange from './read-the-change.mdx'
import ReadTheMessage from './read-the-message.mdx'
import ReadTheOrder from './read-the-order.mdx'
import ReadTheReply from './read-the-reply.mdx'
import ReadTheSpans from './read-the-spans.mdx'
import ReadTheTrace from './read-the-trace.mdx'
import ReadTheWish from './read-the-wish.mdx'
import ReceiveTheRequest from './receive-the-request.mdx'
import ReceiveTheWebhook from './receive-the-webhook.mdx'
import Rollback from './rollback.mdx'
import SaveTheOrder from './save-the-order.mdx'
import SecureTheConnection from './secure-the-connection.mdx'
import SeeWhoIsAsking from './see-who-is-asking.mdx'
import SeeWhoPlaysTheCourier from './see-who-plays-the-courier.mdx'
import SeeWhoPlaysTheKitchen from './see-who-plays-the-kitchen.mdx'
import SeeWhosePartItIs from './see-whose-part-it-is.mdx'
import SelectCodeRegions from './select-code-regions.mdx'
import SelectDeliveries from './select-deliveries.mdx'
import SelectDishes from './select-dishes.mdx'
import SelectEvents from './select-events.mdx'
import SelectOrderLines from './select-order-lines.mdx'
import SelectOrders from './select-orders.mdx'
import SelectPragmaPageCount from './select-pragma-page-count.mdx'
import SelectReplies from './select-replies.mdx'
import SelectRestaurants from './select-restaurants.mdx'
import SelectSandboxes from './select-sandboxes.mdx'
import SelectSharedTraces from './select-shared-traces.mdx'
import SelectShifts from './select-shifts.mdx'
import SelectTraces from './select-traces.mdx'
import SendTheRequest from './send-the-request.mdx'
import ShareTheTrace from './share-the-trace.mdx'
import StartOver from './start-over.mdx'
import AskForItsVersion from './ask-for-its-version.mdx'
import BuildTheDrawers from './build-the-drawers.mdx'
import PutTheOrderIn from './put-the-order-in.mdx'
import TakeTheOrderOut from './take-the-order-out.mdx'
import ChangeTheOrder from './change-the-order.mdx'
import ReadTheWords from './read-the-words.mdx'
import SearchByJoiningStrings from './search-by-joining-strings.mdx'
import SearchWithAParameter from './search-with-a-parameter.mdx'
import TakeTheCopyBack from './take-the-copy-back.mdx'
import TakeTheDelivery from './take-the-delivery.mdx'
import Transaction from './transaction.mdx'
import UpdateDeliveries from './update-deliveries.mdx'
import UpdateOrders from './update-orders.mdx'
import UpdateOutbox from './update-outbox.mdx'
import UpdatePortions from './update-portions.mdx'
import UpdateSandboxes from './update-sandboxes.mdx'
import UpdateSharedTraces from './update-shared-traces.mdx'
import SaveItWithoutProtection from './save-it-without-protection.mdx'
import HoldTheBooksAgainstIt from './hold-the-books-against-it.mdx'
import TellTheGuest from './tell-the-guest.mdx'
import SelectPortions from './select-portions.mdx'
import SelectTickets from './select-tickets.mdx'
import WaitBeforeAskingAgain from './wait-before-asking-again.mdx'
import HaveTheSessionConfirmed from './have-the-session-confirmed.mdx'
import SomebodyElseTakesTheRest from './somebody-else-takes-the-rest.mdx'
import SomebodyElsePutsThemBack from './somebody-else-puts-them-back.mdx'
import WaitForTheFirstByte from './wait-for-the-first-byte.mdx'

/**
 * Every note. They belong to pages that are rendered on the server: a client
 * component that imported this would carry them all into the browser.
 */
const notes: Record<StepName, ComponentType> = {
  'press Place order': PressPlaceOrder,
  'send the request': SendTheRequest,
  'hear the press': HearThePress,
  'prepare the request': PrepareTheRequest,
  'look up the address': LookUpTheAddress,
  'open a connection': OpenAConnection,
  'secure the connection': SecureTheConnection,
  'wait for the first byte': WaitForTheFirstByte,
  'read the reply': ReadTheReply,
  'parse the reply': ParseTheReply,
  'paint the confirmation': PaintTheConfirmation,
  'receive the request': ReceiveTheRequest,
  'open a sandbox': OpenASandbox,
  'see who is asking': SeeWhoIsAsking,
  'count this request': CountThisRequest,
  'read the order': ReadTheOrder,
  'look for a repeat': LookForARepeat,
  'price the basket': PriceTheBasket,
  'save the order': SaveTheOrder,
  'find the order': FindTheOrder,
  'read the change': ReadTheChange,
  'compare the version': CompareTheVersion,
  'move the order': MoveTheOrder,
  'deliver from the outbox': DeliverFromTheOutbox,
  'deliver the message': DeliverTheMessage,
  'call the restaurant': CallTheRestaurant,
  'receive the webhook': ReceiveTheWebhook,
  'read the message': ReadTheMessage,
  'check the signature': CheckTheSignature,
  'print the ticket': PrintTheTicket,
  transaction: Transaction,
  BEGIN: Begin,
  COMMIT: Commit,
  ROLLBACK: Rollback,
  'SELECT sandboxes': SelectSandboxes,
  'INSERT sandboxes': InsertSandboxes,
  'UPDATE sandboxes': UpdateSandboxes,
  'INSERT arrivals': InsertArrivals,
  'SELECT pragma_page_count': SelectPragmaPageCount,
  'INSERT rate_limits': InsertRateLimits,
  'SELECT replies': SelectReplies,
  'INSERT replies': InsertReplies,
  'SELECT restaurants': SelectRestaurants,
  'SELECT dishes': SelectDishes,
  'INSERT portions': InsertPortions,
  'UPDATE portions': UpdatePortions,
  'SELECT orders': SelectOrders,
  'INSERT orders': InsertOrders,
  'UPDATE orders': UpdateOrders,
  'SELECT order_lines': SelectOrderLines,
  'INSERT order_lines': InsertOrderLines,
  'SELECT events': SelectEvents,
  'INSERT events': InsertEvents,
  'INSERT outbox': InsertOutbox,
  'UPDATE outbox': UpdateOutbox,
  'INSERT tickets': InsertTickets,
  'read the wish': ReadTheWish,
  'start over': StartOver,
  'ask for its version': AskForItsVersion,
  'build the drawers': BuildTheDrawers,
  'put the order in': PutTheOrderIn,
  'take the order out': TakeTheOrderOut,
  'change the order': ChangeTheOrder,
  'read the words': ReadTheWords,
  'search by joining strings': SearchByJoiningStrings,
  'search with a parameter': SearchWithAParameter,
  'read the trace': ReadTheTrace,
  'read the spans': ReadTheSpans,
  'find the source': FindTheSource,
  'SELECT traces': SelectTraces,
  'SELECT code_regions': SelectCodeRegions,
  'save it without protection': SaveItWithoutProtection,
  'hold the books against it': HoldTheBooksAgainstIt,
  'tell the guest': TellTheGuest,
  'SELECT portions': SelectPortions,
  'SELECT tickets': SelectTickets,
  'wait before asking again': WaitBeforeAskingAgain,
  'have the session confirmed': HaveTheSessionConfirmed,
  'somebody else takes the rest': SomebodyElseTakesTheRest,
  'somebody else puts them back': SomebodyElsePutsThemBack,
  'look for room': LookForRoom,
  'share the trace': ShareTheTrace,
  'find the copy': FindTheCopy,
  'take the copy back': TakeTheCopyBack,
  'SELECT shared_traces': SelectSharedTraces,
  'INSERT shared_traces': InsertSharedTraces,
  'UPDATE shared_traces': UpdateSharedTraces,
  'DELETE shared_traces': DeleteSharedTraces,
  'play the kitchen': PlayTheKitchen,
  'play the courier': PlayTheCourier,
  'see whose part it is': SeeWhosePartItIs,
  'list the deliveries': ListTheDeliveries,
  'leave it to them': LeaveItToThem,
  'SELECT shifts': SelectShifts,
  'see who plays the kitchen': SeeWhoPlaysTheKitchen,
  'see who plays the courier': SeeWhoPlaysTheCourier,
  'INSERT deliveries': InsertDeliveries,
  'SELECT deliveries': SelectDeliveries,
  'UPDATE deliveries': UpdateDeliveries,
  'take the delivery': TakeTheDelivery,
  'read the question': ReadTheQuestion,
  'wait for news': WaitForNews,
  'find the delivery': FindTheDelivery,
  ...firstChapterNotes,
  ...queryLabNotes,
  ...identityNotes,
  ...securityNotes,
  ...processNotes,
  ...lastPortionNotes,
  ...serverNotes,
  ...weatherNotes,
  ...catalogueNotes,
  ...webhookNotes,
  ...contractNotes,
}

export type StepNote = { Note: ComponentType; chapter: Chapter }

/** Why a step is there, and the chapter that tells more; null for others. */
export function noteFor(name: string): StepNote | null {
  if (!isStepName(name)) return null
  const chapter = chapterOf(name)
  return chapter ? { Note: notes[name], chapter } : null
}
