import type { Delivery } from '@/contracts/deliveries'
import type { Order, OrderStatus } from '@/contracts/orders'
import { actorNames, isUnderWay, reasonOf, shortOf } from '../order-progress'
import { placeOf } from '../order-screens'
import { ageWords } from './columns'

/** The kitchen's next move in each state, as it is written on the button. */
const nextPress: Partial<Record<OrderStatus, [OrderStatus, string]>> = {
  placed: ['accepted', 'Accept'],
  accepted: ['cooking', 'Start cooking'],
  cooking: ['ready', 'Ready'],
}

type TicketProps = {
  order: Order
  delivery: Delivery | undefined
  /** When it was printed; null while the webhook is awaited. */
  printedAt: string | null | undefined
  now: number
  isMoving: boolean
  isNamed: boolean
  canPress: boolean
  onMove: (status: OrderStatus) => void
  onReject: () => void
}

/** One order as the kitchen sees it, and what may be done with it. */
export function KitchenTicket({
  order,
  delivery,
  printedAt,
  now,
  isMoving,
  isNamed,
  canPress,
  onMove,
  onReject,
}: TicketProps) {
  const { id, status, lines, note, restaurant } = order
  const next = nextPress[status]
  return (
    <li
      className={`kitchen-ticket at-${status}${isNamed ? ' is-named' : ''}`}
      id={placeOf('ticket', id)}
      tabIndex={-1}
    >
      <p className="kitchen-ticket-head">
        <b>{shortOf(id)}</b>
        <Age order={order} now={now} />
      </p>
      <p className="kitchen-ticket-house">
        {restaurant.name}
        {order.guest?.name && `, for ${order.guest.name}`}
      </p>
      <ul>
        {lines.map((line) => (
          <li key={line.dish}>
            {line.quantity} {line.name}
          </li>
        ))}
      </ul>
      {note && <p className="kitchen-ticket-note">“{note}”</p>}
      <p className="kitchen-ticket-state">
        {stateWords(order, delivery, printedAt)}
      </p>
      {next && canPress && (
        <p className="kitchen-ticket-presses">
          <Press
            label={next[1]}
            order={order}
            isMoving={isMoving}
            onClick={() => onMove(next[0])}
          />
          {status === 'placed' && (
            <Press
              label="Reject"
              order={order}
              isMoving={isMoving}
              onClick={onReject}
            />
          )}
        </p>
      )}
    </li>
  )
}

function Press({
  label,
  order,
  isMoving,
  onClick,
}: {
  label: string
  order: Order
  isMoving: boolean
  onClick: () => void
}) {
  return (
    <button
      type="button"
      className="button"
      aria-disabled={isMoving}
      onClick={onClick}
    >
      {label}
      <span className="sr-only"> order {shortOf(order.id)}</span>
    </button>
  )
}

/** How long the guest has been waiting, or when it was over. */
function Age({ order, now }: { order: Order; now: number }) {
  const { status, placedAt, history } = order
  if (isUnderWay(status))
    return <span>{ageWords(now - Date.parse(placedAt))}</span>
  const at = history.at(-1)?.at ?? placedAt
  return (
    <time dateTime={at} className="kitchen-stamp">
      {new Date(at).toLocaleTimeString([], { timeStyle: 'short' })}
    </time>
  )
}

function stateWords(
  order: Order,
  delivery: Delivery | undefined,
  printedAt: string | null | undefined,
): string {
  const { status, history } = order
  const by = history.at(-1)?.by
  const who = by ? ` by ${actorNames[by]}` : ''
  const courier = delivery?.courier ?? 'a courier'
  const reason = reasonOf(order)
  const words: Record<OrderStatus, string> = {
    placed: printedWords(printedAt),
    accepted: `Accepted${who}, not begun`,
    cooking: `Cooking, begun${who}`,
    ready: `Ready, waits for ${courier}`,
    collected: `Collected by ${courier}`,
    delivered: `Delivered by ${courier}`,
    cancelled: 'Called off by the guest',
    rejected: `Rejected${who}${reason ? `: ${reason}` : ''}`,
  }
  return words[status]
}

function printedWords(printedAt: string | null | undefined): string {
  if (printedAt === null) return 'The webhook with the ticket is on its way'
  if (printedAt === undefined) return 'Waits to be accepted'
  const at = new Date(printedAt).toLocaleTimeString([], { timeStyle: 'medium' })
  return `Ticket printed at ${at}`
}
