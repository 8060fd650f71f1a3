import { Icon } from '../ui/icon'
import {
  stationNames,
  stations,
  timeSpent,
  type StationName,
  type Visit,
} from './stations'
import { stateAt } from './playback'
import { duration } from './time-scale'

type StationState = 'waiting' | 'open' | 'live' | 'done' | 'failed'

/** Plateful's kitchen: who is working at the moment shown. */
export function KitchenMap({
  visits,
  playhead,
}: {
  visits: readonly Visit[]
  playhead?: number
}) {
  const live = liveStation(visits, playhead)
  const shown = stationNames.map((name) => {
    const own = visits.filter(({ station }) => station === name)
    const state = stateOf(own, playhead, name === live)
    const spent = duration(timeSpent(own, playhead))
    return { name, state, text: state === 'waiting' ? 'waiting' : spent }
  })
  const summary = shown
    .map(({ name, text }) => `${stations[name].title}: ${text}`)
    .join('. ')
  const stateBy = new Map(shown.map(({ name, state }) => [name, state]))
  return (
    <div
      className="map"
      role="img"
      aria-label={`Map of the kitchen. ${summary}`}
    >
      <svg
        className="map-wires"
        viewBox="0 0 664 184"
        preserveAspectRatio="none"
        fill="none"
      >
        {wires.map(({ to, path }) => (
          <path
            key={path}
            d={path}
            className={`r-${stations[to].place} is-${stateBy.get(to) ?? 'waiting'}`}
          />
        ))}
        <path d="M348 161H-36" className="is-later" />
      </svg>
      <span className="map-later micro">later: events back to the browser</span>
      {shown.map(({ name, state, text }) => (
        <div
          key={name}
          className={`map-node at-${name} is-${state} r-${state === 'failed' ? 'fail' : stations[name].place}`}
        >
          <Icon
            name={state === 'failed' ? 'fail' : stations[name].place}
            size={18}
          />
          <span>
            <b>{stations[name].title}</b>
            <small>{state === 'failed' ? `failed, ${text}` : text}</small>
          </span>
        </div>
      ))}
    </div>
  )
}

const wires: { to: StationName; path: string }[] = [
  { to: 'session', path: 'M68 69V23H176' },
  { to: 'orders', path: 'M136 92H176' },
  { to: 'database', path: 'M312 23H420V69' },
  { to: 'database', path: 'M312 92H352' },
  { to: 'outbox', path: 'M420 115V138' },
  { to: 'restaurant', path: 'M488 161H528' },
]

/** Where the deepest span at this moment runs: the one doing the work. */
function liveStation(
  visits: readonly Visit[],
  playhead: number | undefined,
): StationName | null {
  if (playhead === undefined) return null
  let deepest: Visit | null = null
  for (const visit of visits) {
    if (stateAt(visit, playhead) !== 'live') continue
    if (!deepest || visit.depth >= deepest.depth) deepest = visit
  }
  return deepest?.station ?? null
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
