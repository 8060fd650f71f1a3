import type { CSSProperties } from 'react'
import { Icon } from '../ui/icon'
import { timeSpent, type MapLayout, type Visit } from './stations'
import { stateAt } from './playback'
import { duration, figure } from './time-scale'

type StationState = 'waiting' | 'open' | 'live' | 'done' | 'failed'

/** A kitchen, or another cast: who is working at the moment shown. */
export function KitchenMap({
  layout,
  visits,
  playhead,
  later,
}: {
  layout: MapLayout
  /** From `visitsOf(rows, layout)`. */
  visits: readonly Visit[]
  playhead?: number
  /** A wire that this trace does not use, and what will come along it. */
  later?: { path: string; words: string }
}) {
  const live = liveVisit(visits, playhead)
  const shown = layout.stations.map((station) => {
    const own = visits.filter((visit) => visit.station === station.name)
    const current = live?.station === station.name ? live : null
    const state = stateOf(own, playhead, current !== null)
    return { ...station, state, text: textOf(own, playhead, state, current) }
  })
  const summary = shown.map(({ title, text }) => `${title}: ${text}`).join('. ')
  const stateBy = new Map(shown.map(({ name, state }) => [name, state]))
  const placeBy = new Map(shown.map(({ name, place }) => [name, place]))
  return (
    <div
      className="map"
      role="img"
      aria-label={`Map of the kitchen. ${summary}`}
    >
      <svg
        className="map-wires"
        viewBox={`0 0 ${layout.width} ${layout.height}`}
        preserveAspectRatio="none"
        fill="none"
      >
        {layout.wires.map(({ to, path }) => (
          <path
            key={path}
            d={path}
            className={`r-${placeBy.get(to)} is-${stateBy.get(to) ?? 'waiting'}`}
          />
        ))}
        {later && <path d={later.path} className="is-later" />}
      </svg>
      {later && <span className="map-later micro">{later.words}</span>}
      {shown.map(({ name, title, place, state, text, x, y, width }) => (
        <div
          key={name}
          className={`map-node is-${state} r-${state === 'failed' ? 'fail' : place}`}
          style={boxOf(layout, { x, y, width })}
        >
          <Icon name={state === 'failed' ? 'fail' : place} size={18} />
          <span>
            <b>{title}</b>
            <small>{text}</small>
          </span>
        </div>
      ))}
    </div>
  )
}

function boxOf(
  { width: whole }: MapLayout,
  { x, y, width }: { x: number; y: number; width: number },
) {
  const share = (part: number) => `${((part / whole) * 100).toFixed(3)}%`
  const box: CSSProperties & Record<'--x' | '--y' | '--w', string> = {
    '--x': share(x),
    '--y': `${y}px`,
    '--w': share(width),
  }
  return box
}

function textOf(
  visits: readonly Visit[],
  playhead: number | undefined,
  state: StationState,
  current: Visit | null,
): string {
  const first = visits[0]
  if (state === 'waiting') {
    return first && playhead !== undefined
      ? `at ${figure(first.startMs)}`
      : 'waiting'
  }
  const spentMs = timeSpent(visits, playhead)
  if (state === 'failed') return `failed ${figure(spentMs)}`
  if (state === 'open') return `${figure(spentMs)} open`
  const verb = /^[A-Z]{3,8}\b/.exec(current?.name ?? '')?.[0]
  return verb ? `${verb} ${figure(spentMs)}` : duration(spentMs)
}

/** The deepest span at this moment: the one doing the work. */
function liveVisit(
  visits: readonly Visit[],
  playhead: number | undefined,
): Visit | null {
  if (playhead === undefined) return null
  let deepest: Visit | null = null
  for (const visit of visits) {
    if (stateAt(visit, playhead) !== 'live') continue
    if (!deepest || visit.depth >= deepest.depth) deepest = visit
  }
  return deepest
}

function stateOf(
  visits: readonly Visit[],
  playhead: number | undefined,
  isLive: boolean,
): StationState {
  const begun = visits.filter((visit) => stateAt(visit, playhead) !== 'waiting')
  if (begun.length === 0) return 'waiting'
  const ended = begun.filter((visit) => stateAt(visit, playhead) === 'done')
  if (ended.at(-1)?.isFailed) return 'failed'
  if (isLive) return 'live'
  return ended.length < begun.length ? 'open' : 'done'
}
