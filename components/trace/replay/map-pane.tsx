import { useMemo } from 'react'
import { Icon } from '@/components/ui/icon'
import { KitchenMap } from '../map'
import { kitchenBesideBrowser, layoutOfServices } from '../map-layouts'
import { stateAt } from '../playback'
import { timeSpent, visitsOf, type MapLayout, type Visit } from '../stations'
import { duration } from '../time-scale'
import { placed } from '../waterfall-bar'
import type { ReplayModel } from './model'

/** Who is working at the moment shown: the browser, the pass, the kitchen. */
export function MapPane({
  model,
  atMs,
  layout: given,
}: {
  model: ReplayModel
  atMs: number
  layout?: MapLayout
}) {
  const { layout, visits, browser } = useMemo(() => {
    const layout =
      given ??
      (model.isOwn ? kitchenBesideBrowser : layoutOfServices(model.rows))
    return {
      layout,
      visits: visitsOf(model.rows, layout),
      browser: visitsOf(model.rows, browserOnly),
    }
  }, [model, given])
  if (model.front.length === 0) {
    return (
      <section className="map-pane is-back-only" aria-label="Map">
        <div className="map-back back">
          <KitchenMap layout={layout} visits={visits} playhead={atMs} />
        </div>
      </section>
    )
  }
  return (
    <section className="map-pane" aria-label="Map">
      <div className="map-front front">
        <BrowserNode visits={browser} model={model} atMs={atMs} />
      </div>
      <div className="map-pass">
        <span className="caps" aria-hidden="true">
          The pass
        </span>
        <Crossing model={model} atMs={atMs} />
      </div>
      <div className="map-back back">
        <KitchenMap layout={layout} visits={visits} playhead={atMs} />
      </div>
    </section>
  )
}

const browserOnly: MapLayout = {
  ...kitchenBesideBrowser,
  stationOf: ({ place }) => (place === 'browser' ? 'browser' : null),
}

function BrowserNode({
  visits,
  model,
  atMs,
}: {
  visits: readonly Visit[]
  model: ReplayModel
  atMs: number
}) {
  const isKnown = visits.length > 0
  const leaf = visits.filter((visit) => stateAt(visit, atMs) === 'live').at(-1)
  const isAway = isCrossing(model, atMs)
  const isOver = isKnown && visits.every((v) => stateAt(v, atMs) === 'done')
  // What failed and was tried again went well in the end.
  const last = visits.reduce<Visit | null>(
    (latest, visit) =>
      (visit.endMs ?? 0) >= (latest?.endMs ?? 0) ? visit : latest,
    null,
  )
  const isFailed = isOver && last?.isFailed === true
  const state = isFailed
    ? 'failed'
    : !isKnown
      ? 'waiting'
      : leaf && !isAway
        ? 'live'
        : 'done'
  const text = !isKnown
    ? 'no spans'
    : isFailed
      ? 'failed'
      : isAway
        ? 'waiting'
        : duration(timeSpent(visits, atMs))
  return (
    <div
      className={`map-node at-browser is-${state} r-${isFailed ? 'fail' : 'browser'}`}
      role="img"
      aria-label={`Browser: ${text}`}
    >
      <Icon name={isFailed ? 'fail' : 'browser'} size={18} />
      <span>
        <b>Browser</b>
        <small>{text}</small>
      </span>
    </div>
  )
}

function isCrossing({ travel }: ReplayModel, atMs: number): boolean {
  if (!travel) return false
  const { leaveMs, backMs, responseMs } = travel
  return atMs >= leaveMs && atMs < backMs + responseMs
}

/** The ticket on the pass: on its way in, lying there, on its way back. */
function Crossing({ model, atMs }: { model: ReplayModel; atMs: number }) {
  const { travel, answer } = model
  if (!travel || atMs < travel.leaveMs) return <Wire isOpen={false} />
  const { leaveMs, requestMs, backMs, responseMs } = travel
  const isBack = atMs >= backMs
  const passed = isBack
    ? (atMs - backMs) / Math.max(responseMs, 1e-6)
    : (atMs - leaveMs) / Math.max(requestMs, 1e-6)
  const along = Math.min(1, Math.max(0, passed))
  // From the browser's edge to the middle, and from the kitchen's back to it.
  const at = isBack ? 100 - along * 50 : along * 50
  const isRefused = (answer?.status ?? 0) >= 400
  const method = methodOf(model)
  return (
    <>
      <Wire isOpen />
      <b
        className={`map-ticket r-${isBack && isRefused ? 'fail' : 'network'}`}
        style={{ transform: `${placed(at / 100)} translateX(-50%)` }}
      >
        {isBack ? (answer?.status ?? '') : method}
      </b>
    </>
  )
}

function Wire({ isOpen }: { isOpen: boolean }) {
  return (
    <i
      className={isOpen ? 'map-crossing is-open' : 'map-crossing'}
      aria-hidden
    />
  )
}

function methodOf({ rows }: ReplayModel): string {
  const call = rows.find(({ place }) => place === 'network')
  return String(call?.span.attributes['http.request.method'] ?? '')
}
