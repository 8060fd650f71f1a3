import { pageTurned } from './pages'
import { isRepeat, toldIn, type Stop } from './send-ask'

export type Task = {
  id: string
  says: string
  isDone: (stops: readonly Stop[]) => boolean
}

/** Each is ticked by what was really answered, and by nothing else. */
export const tasks: readonly Task[] = [
  {
    id: 'menu',
    says: 'Get to a menu by a name that a reply gave you',
    isDone: some(
      ({ from, status, path }) =>
        from === 'id' && status === 200 && path.startsWith('/api/restaurants/'),
    ),
  },
  {
    id: 'known',
    says: 'Ask for something that you have, and get not one byte of it',
    isDone: some(({ status, bytes }) => status === 304 && bytes === 0),
  },
  {
    id: 'location',
    says: 'Place an order, and go where the reply says it is',
    isDone: some(({ from, status }) => from === 'location' && status === 200),
  },
  {
    id: 'repeat',
    says: 'Send one order twice, and have one order',
    isDone: some(isRepeat),
  },
  {
    id: 'reused',
    says: 'Use its key for another order, and be refused',
    isDone: some(
      ({ method, status, said }) =>
        method === 'POST' &&
        status === 422 &&
        said.includes('idempotency-key-reused'),
    ),
  },
  {
    id: 'stale',
    says: 'Change an order that has changed behind your back, and be refused',
    isDone: some(({ method, status }) => method === 'PATCH' && status === 412),
  },
  {
    id: 'page',
    says: 'Turn a page while an order comes in: none twice, none missed',
    isDone: (stops) => {
      const turned = pageTurned(stops)
      return turned?.twice.length === 0 && turned.missed.length === 0
    },
  },
  {
    id: 'options',
    says: 'Have an address tell what may be done with it',
    isDone: some(
      (stop) => stop.method === 'OPTIONS' && toldIn(stop, 'allow') !== null,
    ),
  },
]

/** What this window has seen; the other one ticks nothing. */
function some(isIt: (stop: Stop) => boolean) {
  return (stops: readonly Stop[]) =>
    stops.some((stop) => !stop.isElsewhere && isIt(stop))
}
