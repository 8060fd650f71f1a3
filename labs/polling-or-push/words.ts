import type { WayName } from './figures'

export const titles: Record<WayName, string> = {
  polling: 'Polling',
  'long-polling': 'Long polling',
  events: 'Server-sent events',
}

/** How each way works, as two people at the hatch would do it. */
export const explained: Record<WayName, string> = {
  polling:
    'The page asks whether there is news, gets an answer at once, and asks again a while later. A version it has already is answered by 304, which has a head and no body.',
  'long-polling':
    'The page asks once and is kept waiting. The answer comes when there is news, or after 20 seconds without any (204); then it asks again.',
  events:
    'The page asks once, and the answer never ends: each event is a new piece of it. After a cut the browser says which event it has last, and nothing is missed.',
}

export const requestOf: Record<WayName, string> = {
  polling: 'GET /api/orders/{id}',
  'long-polling': 'GET /api/labs/polling-or-push',
  events: 'GET /api/events?kind=order',
}

const numbers = new Intl.NumberFormat('en')

export function whole(value: number): string {
  return numbers.format(Math.round(value))
}

export function milliseconds(value: number | null): string {
  return value === null ? '–' : `${whole(value)} ms`
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${whole(count)} ${count === 1 ? one : many}`
}

/** "Polling", "Polling and long polling", "All three". */
export function listed(names: readonly WayName[]): string {
  if (names.length === 3) return 'All three'
  const [first = '', ...rest] = names.map((name) => titles[name])
  return rest.length === 0 ? first : `${first} and ${inner(rest[0] ?? '')}`
}

export function inner(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1)
}
