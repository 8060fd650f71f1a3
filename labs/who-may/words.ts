/** Who asks. All but the owner carry a token of their own. */
export const callers = [
  'owner',
  'guest',
  'cook',
  'courier',
  'stranger',
] as const
export type Caller = (typeof callers)[number]

export const callerWords: Record<
  Caller,
  { name: string; who: string; subject: string }
> = {
  owner: {
    name: 'You',
    who: 'opened this sandbox. Your cookie says so.',
    subject: 'You',
  },
  guest: {
    name: 'Guest',
    who: 'joined your sandbox by a code, as a guest.',
    subject: 'The guest',
  },
  cook: {
    name: 'Cook',
    who: 'joined it by another code, for the kitchen.',
    subject: 'The cook',
  },
  courier: {
    name: 'Courier',
    who: 'joined it by a third, as the courier.',
    subject: 'The courier',
  },
  stranger: {
    name: 'Stranger',
    who: 'has a sandbox too, and it is another one.',
    subject: 'The stranger',
  },
}

/** In which state an order has to be, for a request about it to make sense. */
export type Needed = 'placed' | 'accepted' | 'any' | null

export type Route = {
  id: string
  /** What it is good for. */
  title: string
  method: 'GET' | 'POST' | 'PATCH'
  /** `{id}` stands for an order of the owner’s. */
  path: string
  body: object | null
  needs: Needed
}

const wish = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}

/** In an order in which one order will do for several of them. */
export const routes: readonly Route[] = [
  {
    id: 'menu',
    title: 'See who is open',
    method: 'GET',
    path: '/api/restaurants',
    body: null,
    needs: null,
  },
  {
    id: 'place',
    title: 'Place an order',
    method: 'POST',
    path: '/api/orders',
    body: wish,
    needs: null,
  },
  {
    id: 'list',
    title: 'List the orders',
    method: 'GET',
    path: '/api/orders?limit=5',
    body: null,
    needs: null,
  },
  {
    id: 'read',
    title: 'Read your order',
    method: 'GET',
    path: '/api/orders/{id}',
    body: null,
    needs: 'any',
  },
  {
    id: 'accept',
    title: 'Accept it for the kitchen',
    method: 'PATCH',
    path: '/api/orders/{id}',
    body: { status: 'accepted' },
    needs: 'placed',
  },
  {
    id: 'take',
    title: 'Take its delivery',
    method: 'PATCH',
    path: '/api/deliveries/{id}',
    body: { status: 'accepted' },
    needs: 'accepted',
  },
  {
    id: 'cancel',
    title: 'Call it off',
    method: 'PATCH',
    path: '/api/orders/{id}',
    body: { status: 'cancelled' },
    needs: 'placed',
  },
]

export type CellKey = `${string} ${Caller}`

export function keyOf(route: Route, caller: Caller): CellKey {
  return `${route.id} ${caller}`
}
