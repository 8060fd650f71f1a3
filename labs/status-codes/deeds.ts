import { jsonRequest } from '@/components/json-request'
import { ask, askRaw, placeOrder, type Reply } from './ask'

/** Something to do to the server, which it answers with a status of its own. */
export type Deed = {
  id: string
  /** What the button says; not what comes of it. */
  title: string
  /** What was done, once it is done. */
  done: string
  act: () => Promise<Reply>
}

const order = {
  restaurant: 'lantern-noodle-house',
  lines: [{ dish: 'miso-ramen', quantity: 1 }],
}
const menu = '/api/restaurants/lantern-noodle-house'

function post(body: unknown, headers: Record<string, string> = {}) {
  const init = jsonRequest('POST', body, headers)
  return ask('/api/orders', typeof body === 'string' ? { ...init, body } : init)
}

async function move(status: string, headers: Record<string, string> = {}) {
  const { id } = await placeOrder(order)
  return ask(`/api/orders/${id}`, jsonRequest('PATCH', { status }, headers))
}

/** In the order in which a guest might come upon them. */
export const deeds: readonly Deed[] = [
  {
    id: 'menu',
    title: 'Read a menu',
    done: 'The menu was read, and here it is.',
    act: () => ask(menu),
  },
  {
    id: 'menu-again',
    title: 'Read it again, and say which version you have',
    done: 'The page sent the ETag of the menu that it had. It has not changed, so nothing was sent a second time.',
    act: async () => {
      const first = await ask(menu)
      const etag = first.headers.get('etag') ?? '"none"'
      return ask(menu, { headers: { 'if-none-match': etag } })
    },
  },
  {
    id: 'order',
    title: 'Place an order',
    done: 'An order exists that was not there before, and Location says where.',
    act: () => post(order),
  },
  {
    id: 'zero',
    title: 'Order zero portions of soup',
    done: 'The JSON is well formed, and what it says makes no sense. The answer points to the place.',
    act: () => post({ ...order, lines: [{ dish: 'miso-ramen', quantity: 0 }] }),
  },
  {
    id: 'half',
    title: 'Send half of an order',
    done: 'The body ends in the middle, so it is no JSON, and nobody guessed the rest.',
    act: () => post(JSON.stringify(order).slice(0, 40)),
  },
  {
    id: 'note',
    title: 'Write the order as a friendly note',
    done: 'The Content-Type says text, and this door reads JSON.',
    act: () => post('One ramen, please.', { 'content-type': 'text/plain' }),
  },
  {
    id: 'essay',
    title: 'Add an essay to the order',
    done: 'Twenty thousand letters came along. The server reads 16,384 bytes of a body, and no more.',
    act: () => post({ ...order, note: 'a'.repeat(20_000) }),
  },
  {
    id: 'lost',
    title: 'Ask for an order that was never placed',
    done: 'It does not exist, or it is somebody else’s. The answer is the same for both, on purpose.',
    act: () => ask('/api/orders/ord_000000000000000000000000'),
  },
  {
    id: 'tear-down',
    title: 'Delete all restaurants',
    done: 'The address is right and takes no DELETE. Allow names what it does take.',
    act: () => ask('/api/restaurants', { method: 'DELETE' }),
  },
  {
    id: 'what-may-i',
    title: 'Ask what may be done with orders',
    done: 'OPTIONS asks which methods there are. The Allow field says it, and a body would have nothing to add.',
    act: () => ask('/api/orders', { method: 'OPTIONS' }),
  },
  {
    id: 'forged',
    title: 'Come with a token that you made up',
    done: 'The server does not know who this is. Its name is “Unauthorized”, and it means: not signed in.',
    act: () =>
      ask('/api/orders', {
        credentials: 'omit',
        headers: { authorization: 'Bearer made.up.token' },
      }),
  },
  {
    id: 'other-site',
    title: 'Order from a page of another site',
    done: 'The server knows who you are, and still refuses: your cookie came along, and another site wrote the request.',
    act: () =>
      askRaw(
        'POST /api/orders HTTP/1.1',
        'Host: plateful.example',
        'Cookie: {your cookie}',
        'Sec-Fetch-Site: cross-site',
        'Content-Type: application/json',
        'Content-Length: {body length}',
        '',
        JSON.stringify(order),
      ),
  },
  {
    id: 'jump',
    title: 'Call an order delivered before it is cooked',
    done: 'The request is right in itself. It does not fit the state in which the order is now.',
    act: () => move('delivered'),
  },
  {
    id: 'stale',
    title: 'Accept an order in a version that is gone',
    done: 'If-Match names the version that was read. It is not the current one, so somebody would have been overruled.',
    act: () => move('accepted', { 'if-match': '"a-version-long-gone"' }),
  },
  {
    id: 'again',
    title: 'Ask eleven times for what is limited to ten',
    done: 'Sharing is limited to ten a minute. The eleventh request is refused without a look at it, and Retry-After says for how long.',
    act: async () => {
      const share = `/api/traces/${'0'.repeat(31)}1/share`
      for (let times = 1; ; times++) {
        const reply = await ask(share, { method: 'POST' })
        if (reply.status === 429 || times === 11) return reply
      }
    },
  },
  {
    id: 'long-head',
    title: 'Put a novel into a header field',
    done: 'The head has more bytes than Node reads of one. No door was asked.',
    act: () =>
      askRaw(
        'GET /api/restaurants HTTP/1.1',
        'Host: plateful.example',
        'X-Novel: {17000 letters}',
        '',
        '',
      ),
  },
  {
    id: 'may-i',
    title: 'Ask before you send the body',
    done: 'With Expect: 100-continue a client asks whether to go on. The server said so, and then answered the order itself.',
    act: () =>
      askRaw(
        'POST /api/orders HTTP/1.1',
        'Host: plateful.example',
        'Cookie: {your cookie}',
        'Content-Type: application/json',
        'Expect: 100-continue',
        'Content-Length: {body length}',
        '',
        JSON.stringify(order),
      ),
  },
  {
    id: 'slash',
    title: 'Put a slash too many at the end of an address',
    done: 'The same thing lives at another address, for good. Location says where, and the method stays what it was.',
    act: () =>
      askRaw(
        'GET /api/restaurants/ HTTP/1.1',
        'Host: plateful.example',
        '',
        '',
      ),
  },
  {
    id: 'broken',
    title: 'Let the database fail in the middle of your order',
    done: 'The request was right, and the server could not do it. All that it had begun was taken back, and the cause stays in the trace.',
    act: () => post(order, { baggage: 'fault.db-fail-midway=2' }),
  },
  {
    id: 'closed',
    title: 'Knock while the restaurant’s own server is away',
    done: 'Somebody is there, and cannot do it now. Retry-After says when to come again.',
    act: () =>
      ask(
        '/api/webhooks/kitchen',
        jsonRequest('POST', {}, { baggage: 'fault.restaurant-offline=1' }),
      ),
  },
]
