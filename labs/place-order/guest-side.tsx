import type { ReactNode, Ref } from 'react'
import { Icon } from '@/components/ui/icon'
import { price } from '@/components/ui/price'
import { pressWords } from '@/components/press-words'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ensureSandbox } from '@/components/sandbox-session'
import { useFocusFallback } from '@/components/ui/use-focus-fallback'
import { Confirmation } from './confirmation'
import {
  countItems,
  OrderForm,
  totalOf,
  type Basket,
  type StageMenu,
} from './order-form'
import type { PressState } from './use-press'

type GuestSideProps = {
  menu: StageMenu
  basket: Basket
  state: PressState
  onBasket: (basket: Basket) => void
  onPress: (pressedAt: number) => void
  onStartAgain: () => void
  onMend: () => void
  /** What stands below the device. */
  children: ReactNode
}

/** The phone on the light side: the form, then the confirmation. */
export function GuestSide({
  menu,
  basket,
  state,
  onBasket,
  onPress,
  onStartAgain,
  onMend,
  children,
}: GuestSideProps) {
  const { phase, order, status, problem } = state
  const isPlaced = phase === 'placed' && order !== null
  const placeButton = useFocusFallback<HTMLButtonElement>(isPlaced)
  return (
    <div className={`stage-plate is-${phase}`}>
      {phase !== 'idle' && <Wires isPlaced={isPlaced} />}
      <div className="device">
        <DeviceTop />
        <div className="device-screen">
          <div inert={isPlaced} className={isPlaced ? 'is-hidden' : ''}>
            <OrderForm
              menu={menu}
              basket={basket}
              onChange={(dish, quantity) => {
                onBasket({ ...basket, [dish]: quantity })
                if (problem) onMend()
              }}
            />
          </div>
          {isPlaced && (
            <Confirmation
              order={order}
              status={status ?? order.status}
              answeredMs={answeredMs(state)}
              isPlatefuls={isPlatefuls(state)}
              isGone={state.isGone}
            />
          )}
          {problem && (
            <div className="order-problem">
              <ProblemNotice
                words={problem}
                onTryAgain={() => onPress(performance.now())}
                onMend={onMend}
              />
            </div>
          )}
        </div>
        <div className="order-go">
          {isPlaced ? (
            <button
              type="button"
              className="button again-button"
              onClick={onStartAgain}
            >
              <Icon name="retry" />
              Order again
            </button>
          ) : (
            <PlaceButton
              ref={placeButton}
              state={state}
              isEmpty={countItems(basket) === 0}
              total={price(totalOf(menu, basket))}
              onPress={onPress}
            />
          )}
          <NeedsScript />
        </div>
      </div>
      <Waiting state={state} />
      {children}
    </div>
  )
}

function DeviceTop() {
  return (
    <div className="device-top">
      <b>Plateful</b>
      <span>
        <Icon name="pin" size={14} />
        14 Alder Street
      </span>
    </div>
  )
}

function NeedsScript() {
  return (
    <noscript>
      <p>
        The press sends a request from this page, and that needs JavaScript. All
        of the text can be read without it.
      </p>
    </noscript>
  )
}

function PlaceButton({
  ref,
  state,
  isEmpty,
  total,
  onPress,
}: {
  ref: Ref<HTMLButtonElement>
  state: PressState
  isEmpty: boolean
  total: string
  onPress: (pressedAt: number) => void
}) {
  const isSending = state.phase === 'sending'
  return (
    <button
      ref={ref}
      type="button"
      className={isSending ? 'place-button is-down' : 'place-button'}
      aria-disabled={isSending || isEmpty}
      onPointerDown={prepareSandbox}
      onClick={({ timeStamp }) => {
        if (!isSending && !isEmpty) onPress(timeStamp)
      }}
    >
      <span>
        {isSending
          ? 'Sending'
          : isEmpty
            ? 'Add something first'
            : 'Place order'}
      </span>
      <span className="figure">{isEmpty ? '' : total}</span>
    </button>
  )
}

/** A finger is down: the sandbox can be opened before the click counts. */
function prepareSandbox() {
  ensureSandbox().catch(() => undefined)
}

function Waiting({ state: { news, hasRenewed } }: { state: PressState }) {
  return (
    <p className="stage-waiting" aria-live="polite" aria-atomic="true">
      {pressWords(news, hasRenewed)}
    </p>
  )
}

function Wires({ isPlaced }: { isPlaced: boolean }) {
  return (
    <div aria-hidden="true">
      <span className="wire is-up" />
      <span className="wire is-over" />
      {isPlaced && <span className="wire is-back" />}
    </div>
  )
}

/** Whether it went to Plateful's own door, and not to a lab's. */
function isPlatefuls({ request }: PressState): boolean {
  return request?.startLine.startsWith('POST /api/orders ') ?? false
}

/** From the click to the painted answer, as this browser measured it. */
function answeredMs({ spans }: PressState): number | null {
  const root = spans.find(
    ({ service, parentSpanId }) => service === 'browser' && !parentSpanId,
  )
  if (!root) return null
  const ns = BigInt(root.endTimeUnixNano) - BigInt(root.startTimeUnixNano)
  return Number(ns) / 1e6
}
