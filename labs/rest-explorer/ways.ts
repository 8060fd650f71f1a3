import { toldIn, type Ask, type Stop } from './send-ask'

/** A piece of a message: text, or text that leads on. */
export type Piece = { text: string; to: Ask | null }

/** The two addresses to begin with. */
export const starts = ['/api/restaurants', '/api/orders?limit=2'] as const

/** How the contract makes an address of a name that stands in a body. */
export const templates = {
  slug: '/api/restaurants/{slug}',
  id: '/api/orders/{id}',
} as const

export function get(path: string, from: Ask['from']): Ask {
  const isElsewhere = false
  return { method: 'GET', path, fields: [], body: null, from, isElsewhere }
}

/** A body, with the names in it that the contract makes an address of. */
export function piecesOfBody(body: string, here: string): Piece[] {
  return split(
    body,
    /("slug":\s?")([a-z0-9-]+)|("id":\s?")(ord_\w+)/g,
    (found) => {
      const path = found.startsWith('ord_')
        ? templates.id.replace('{id}', found)
        : templates.slug.replace('{slug}', found)
      return path === here ? null : get(path, 'id')
    },
  )
}

/** A header field, with the addresses and the methods in it. */
export function piecesOfField(
  [name, value]: Stop['told'][number],
  here: string,
): Piece[] {
  switch (name.toLowerCase()) {
    case 'location':
      return split(value, /()(\/api\/\S+)/g, (path) => get(path, 'location'))
    case 'link':
      return split(value, /(<)(\/api\/[^>]+)(?=>; rel="next")/g, (path) =>
        get(path, 'next'),
      )
    case 'allow':
      return split(value, /()\b(GET|HEAD)\b/g, (method) => ({
        ...get(here, 'allow'),
        method: method === 'HEAD' ? 'HEAD' : 'GET',
      }))
    default:
      return [{ text: value, to: null }]
  }
}

/** The address of the next page that a reply names; null at the end. */
export function nextOf(stop: Pick<Stop, 'told'>): string | null {
  const pieces = piecesOfField(['link', toldIn(stop, 'link') ?? ''], '')
  return pieces.find(({ to }) => to)?.to?.path ?? null
}

/** The order that a reply is about; null where it is about none, or several. */
export function orderAt({ path, told }: Pick<Stop, 'path' | 'told'>) {
  const [found = null] =
    /\/api\/orders\/ord_\w+/.exec(toldIn({ told }, 'location') ?? path) ?? []
  return found
}

/** Each match is what stands before a find, and the find itself. */
function split(
  text: string,
  pattern: RegExp,
  askOf: (found: string) => Ask | null,
): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    const [before = '', found = ''] = match
      .slice(1)
      .filter((part) => part !== undefined)
    const at = match.index + before.length
    pieces.push({ text: text.slice(from, at), to: null })
    pieces.push({ text: found, to: askOf(found) })
    from = at + found.length
  }
  pieces.push({ text: text.slice(from), to: null })
  return pieces.filter((piece) => piece.text !== '')
}
