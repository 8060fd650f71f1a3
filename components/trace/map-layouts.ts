import { codeFileOf, type Place, type SpanLike } from './place-of'
import type { SpanRow } from './span-rows'
import type { MapLayout, Station } from './stations'

const names = {
  handler: { title: 'Route handler', place: 'server' },
  session: { title: 'Session', place: 'auth' },
  orders: { title: 'Orders', place: 'server' },
  database: { title: 'libSQL', place: 'data' },
  outbox: { title: 'Outbox', place: 'server' },
  restaurant: { title: 'Restaurant', place: 'service' },
} as const satisfies Record<string, { title: string; place: Place }>

function station(
  name: keyof typeof names,
  x: number,
  y: number,
  width: number,
): Station {
  return { name, ...names[name], x, y, width }
}

/** Plateful's kitchen in four columns, as the first page has room for it. */
export const kitchenLayout: MapLayout = {
  width: 664,
  height: 184,
  stations: [
    station('handler', 0, 69, 136),
    station('session', 176, 0, 136),
    station('orders', 176, 69, 136),
    station('database', 352, 69, 136),
    station('outbox', 352, 138, 136),
    station('restaurant', 528, 138, 136),
  ],
  wires: [
    { to: 'session', path: 'M68 69V23H176' },
    { to: 'orders', path: 'M136 92H176' },
    { to: 'database', path: 'M312 23H420V69' },
    { to: 'database', path: 'M312 92H352' },
    { to: 'outbox', path: 'M420 115V138' },
    { to: 'restaurant', path: 'M488 161H528' },
  ],
  stationOf: stationInPlateful,
}

/** The same kitchen in three columns, beside the browser and the pass. */
export const kitchenBesideBrowser: MapLayout = {
  width: 444,
  height: 184,
  stations: [
    station('handler', 22, 72, 126),
    station('session', 170, 16, 118),
    station('orders', 170, 72, 118),
    station('database', 312, 72, 124),
    station('outbox', 312, 128, 124),
    station('restaurant', 170, 128, 118),
  ],
  wires: [
    { to: 'handler', path: 'M0 95H22' },
    { to: 'session', path: 'M85 72V39H170' },
    { to: 'orders', path: 'M148 95H170' },
    { to: 'database', path: 'M288 39H374V72' },
    { to: 'database', path: 'M288 95H312' },
    { to: 'outbox', path: 'M374 118V128' },
    { to: 'restaurant', path: 'M312 151H288' },
  ],
  stationOf: stationInPlateful,
}

function stationInPlateful(
  { span, place }: SpanRow,
  above: readonly SpanRow[],
): string | null {
  if (place === 'browser' || place === 'network') return null
  if (place === 'data') return 'database'
  if (place === 'service') return 'restaurant'
  if (place === 'auth') return 'session'
  if (span.kind === 'server') return 'handler'
  if (isAboutMessages(span)) return 'outbox'
  return above.some(({ span }) => isAboutMessages(span)) ? 'outbox' : 'orders'
}

function isAboutMessages(span: SpanLike): boolean {
  const file = codeFileOf(span)
  if (span.kind === 'producer') return true
  return file
    ? file.startsWith('server/messages/')
    : span.name.startsWith('deliver ')
}

const mostServices = 9

/** For a trace from elsewhere: its programs, in the order of their first span. */
export function layoutOfServices(rows: readonly SpanRow[]): MapLayout {
  const found = new Map<string, Place>()
  for (const { span, place } of rows) {
    if (span.service === 'browser' || found.size >= mostServices) continue
    const isOnlyData = found.get(span.service) === 'data'
    if (!found.has(span.service) || isOnlyData) found.set(span.service, place)
  }
  const stations = [...found].map(([name, place], index): Station => {
    const column = index % 3
    const y = 16 + Math.floor(index / 3) * 56
    return { name, title: name, place, x: 22 + column * 142, y, width: 124 }
  })
  return {
    width: 444,
    height: 184,
    stations,
    wires: wiresBetween(stations),
    stationOf: ({ span }) => (found.has(span.service) ? span.service : null),
  }
}

function wiresBetween(stations: readonly Station[]) {
  return stations.map(({ name, x, y }, index) => {
    const before = stations[index - 1]
    const path =
      !before || before.y !== y
        ? `M${before ? x - 22 : 0} ${y + 23}H${x}`
        : `M${before.x + before.width} ${y + 23}H${x}`
    return { to: name, path }
  })
}
