/** A message to start from, and what it is there to show. */
export type Preset = {
  id: string
  title: string
  group: 'As it should be' | 'Allowed, and odd' | 'Broken on purpose'
  /** Lines end with \n here; the lab writes what the reader chose. */
  text: string
  /** The answers to bet on: status codes, or none at all. */
  bets: readonly (number | 'none')[]
  /** Why the answer is what it is. */
  why: string
}

const host = 'Host: plateful.example'
const post = `POST /api/orders HTTP/1.1\n${host}`
const json = 'Content-Type: application/json'
const order =
  '{"restaurant":"lantern-noodle-house","lines":[{"dish":"miso-ramen","quantity":1}]}'
const ask = `GET /api/restaurants/lantern-noodle-house HTTP/1.1\n${host}\n\n`

export const presets: readonly Preset[] = [
  {
    id: 'read',
    title: 'Read a menu',
    group: 'As it should be',
    text: ask.replace('\n\n', '\nCookie: {your cookie}\n\n'),
    bets: [200, 201, 400],
    why: 'Three lines and an empty one are a whole request: what to do with which thing, at which address, and who is asking. The empty line says that the head is over.',
  },
  {
    id: 'order',
    title: 'Place an order',
    group: 'As it should be',
    text: `${post}\nCookie: {your cookie}\n${json}\nContent-Length: {body length}\n\n${order}`,
    bets: [200, 201, 404],
    why: 'Something new exists now. The answer says 201, and its Location field says where.',
  },
  {
    id: 'head',
    title: 'Only the head, please',
    group: 'As it should be',
    text: `HEAD /api/restaurants/lantern-noodle-house HTTP/1.1\n${host}\n\n`,
    bets: [200, 204, 405],
    why: 'HEAD asks for the head of what GET would answer. Not one byte of a body comes after the empty line.',
  },
  {
    id: 'options',
    title: 'What may I do here?',
    group: 'As it should be',
    text: `OPTIONS /api/orders HTTP/1.1\n${host}\n\n`,
    bets: [200, 204, 405],
    why: 'OPTIONS asks which methods an address takes. The Allow field answers; there is nothing to say in a body.',
  },
  {
    id: 'old',
    title: 'HTTP as in 1996',
    group: 'Allowed, and odd',
    text: 'GET /api/restaurants/lantern-noodle-house HTTP/1.0\n\n',
    bets: [200, 400, 'none'],
    why: 'HTTP/1.0 knew no Host field, so none is asked for. It kept no connection open either: look for Connection: close.',
  },
  {
    id: 'go-on',
    title: 'May I send the body?',
    group: 'Allowed, and odd',
    text: `${post}\nCookie: {your cookie}\n${json}\nExpect: 100-continue\nContent-Length: {body length}\n\n${order}`,
    bets: [100, 201, 400],
    why: 'A client with a large body may ask first. The server writes 100 Continue, and its real answer after it. This client did not wait, which is allowed.',
  },
  {
    id: 'twice',
    title: 'Two requests at once',
    group: 'Allowed, and odd',
    text: ask + ask.replace('GET', 'HEAD'),
    bets: [200, 400, 'none'],
    why: 'The second request was written before the first was answered, on the same connection. The answers come in the order of the questions: look for the second head, after the menu.',
  },
  {
    id: 'not-found',
    title: 'A path that leads nowhere',
    group: 'Broken on purpose',
    text: `GET /api/soups HTTP/1.1\n${host}\n\n`,
    bets: [400, 404, 405],
    why: 'The request is well formed, and nothing lives at its path. The page that explains it is named in the body.',
  },
  {
    id: 'method',
    title: 'A method that is not taken',
    group: 'Broken on purpose',
    text: `DELETE /api/restaurants HTTP/1.1\n${host}\nCookie: {your cookie}\n\n`,
    bets: [403, 404, 405],
    why: 'The path is right and the method is not. 405 has to come with Allow, which names the methods that are.',
  },
  {
    id: 'small-letters',
    title: 'get, in small letters',
    group: 'Broken on purpose',
    text: `get /api/restaurants HTTP/1.1\n${host}\n\n`,
    bets: [200, 400, 405],
    why: 'Names of header fields may be written in any case. Methods may not: to HTTP, get is a method that nobody knows.',
  },
  {
    id: 'json',
    title: 'JSON with a bracket missing',
    group: 'Broken on purpose',
    text: `${post}\nCookie: {your cookie}\n${json}\nContent-Length: {body length}\n\n${order.slice(0, -2)}`,
    bets: [400, 422, 500],
    why: 'The message is good HTTP, and its body is not JSON. Nothing was guessed, and nothing was kept.',
  },
  {
    id: 'type',
    title: 'A body of another kind',
    group: 'Broken on purpose',
    text: `${post}\nCookie: {your cookie}\nContent-Type: text/plain\nContent-Length: {body length}\n\nOne miso ramen, please.`,
    bets: [400, 415, 422],
    why: 'This door reads JSON. It looked at Content-Type, and did not read the body at all.',
  },
  {
    id: 'line',
    title: 'A first line without its spaces',
    group: 'Broken on purpose',
    text: `GET/api/restaurantsHTTP/1.1\n${host}\n\n`,
    bets: [400, 404, 'none'],
    why: 'The first line has three parts with one space between them. Without the spaces this is no request, so no door was asked, and there is no trace.',
  },
  {
    id: 'no-host',
    title: 'No Host',
    group: 'Broken on purpose',
    text: 'GET /api/restaurants HTTP/1.1\n\n',
    bets: [200, 400, 404],
    why: 'One machine may answer for many names. HTTP/1.1 asks for exactly one Host field, and everything else is 400.',
  },
  {
    id: 'too-large',
    title: 'A body that is too large',
    group: 'Broken on purpose',
    text: `${post}\nCookie: {your cookie}\n${json}\nContent-Length: 50000\n\n${order}`,
    bets: [201, 413, 'none'],
    why: 'The head promises 50,000 bytes. The server believed it, and refused before they came: that is what the length is there for.',
  },
  {
    id: 'long-head',
    title: 'A head that is too long',
    group: 'Broken on purpose',
    text: `GET /api/restaurants HTTP/1.1\n${host}\nX-Long: {17000 letters}\n\n`,
    bets: [200, 413, 431],
    why: 'A head is kept in memory while it is read, so a server reads only so much of it: this one about 16,000 bytes.',
  },
  {
    id: 'short',
    title: 'A body shorter than promised',
    group: 'Broken on purpose',
    text: `${post}\nCookie: {your cookie}\n${json}\nContent-Length: 500\n\n${order}`,
    bets: [201, 400, 'none'],
    why: 'The server waits for the rest of the body, as it should, and the rest never comes. After three seconds the lab hangs up.',
  },
]

export const presetGroups = [
  'As it should be',
  'Allowed, and odd',
  'Broken on purpose',
] as const
