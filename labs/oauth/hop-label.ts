import { cookiesOf, factsOf, leadsTo, statusOf } from './message-facts'
import { shortPath, type Hop } from './hops'

/** What stands on the tag of a hop: short, and read off the message itself. */
export function labelOf(hop: Hop): string {
  const { message, kind } = hop
  if (message === null) return hop.span.name
  if (!message.startLine.startsWith('HTTP')) {
    const [method = ''] = message.startLine.split(' ')
    return [`${method} ${shortPath(message)}`, ...carried(hop)].join(' + ')
  }
  const said = saidBy(hop)
  return [`${statusOf(message)} ${said}`, ...carried(hop), ...cookie(kind, hop)]
    .join(' + ')
    .trim()
}

/** The parameters that all of this is about, as far as they are there. */
const shown: [name: string, word: string][] = [
  ['code_verifier', 'verifier'],
  ['code_challenge', 'challenge'],
  ['state', 'state'],
  ['code', 'code'],
  ['name', 'name'],
]

function carried({ kind, message }: Hop): string[] {
  if (!message || kind === 'who' || kind === 'seen') return []
  const facts = factsOf(message)
  return shown
    .filter(([name]) => facts.has(name))
    .map(([, word]) => word)
    .filter((word) => word !== 'name' || kind === 'name')
    .slice(0, isShort(kind) ? 1 : 2)
}

/** Between neighbours there is room for one word. */
function isShort(kind: Hop['kind']): boolean {
  return kind === 'ask-for-tokens' || kind === 'sent-away'
}

function saidBy({ kind, message }: Hop): string {
  if (!message) return ''
  const status = statusOf(message)
  const address = leadsTo(message)
  if (status >= 400)
    return (
      factsOf(message).get('error') ?? (status === 401 ? 'nobody' : 'refused')
    )
  if (address?.searchParams.has('error')) return 'not signed in'
  if (kind === 'sent-away') return 'go there'
  if (kind === 'form') return 'sign-in form'
  if (kind === 'code')
    return address?.pathname.endsWith('/inbox') ? 'to the inbox' : 'back'
  if (kind === 'tokens')
    return factsOf(message).has('id_token') ? 'id_token' : 'access_token'
  if (kind === 'who' || kind === 'seen')
    return factsOf(message).get('name') ?? 'nobody'
  if (kind === 'home') return 'home'
  return 'thanks'
}

function cookie(kind: Hop['kind'], { message }: Hop): string[] {
  if (kind !== 'home' || !message) return []
  const names = [...cookiesOf(message).keys()]
  return names.some((name) => /session/.test(name)) ? ['session'] : []
}
