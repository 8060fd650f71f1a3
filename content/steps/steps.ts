import { chapters, type Chapter } from '../chapters'

/**
 * Every step that has a note, by the name under which a trace shows it, and the
 * chapter that tells more. The note of `INSERT orders` is insert-orders.mdx, its
 * title stands in components/trace/story.ts; `npm run check:content` holds the
 * three together.
 */
export const stepChapters = {
  'press Place order': 'what-a-backend-is',
  'send the request': 'servers',
  'hear the press': 'what-a-backend-is',
  'prepare the request': 'servers',
  'look up the address': 'servers',
  'open a connection': 'servers',
  'secure the connection': 'security',
  'wait for the first byte': 'servers',
  'read the reply': 'apis',
  'parse the reply': 'apis',
  'paint the confirmation': 'the-order',
  'receive the request': 'servers',
  'open a sandbox': 'security',
  'see who is asking': 'security',
  'count this request': 'security',
  'read the order': 'apis',
  'look for a repeat': 'the-order',
  'price the basket': 'what-a-backend-is',
  'save the order': 'databases',
  'find the order': 'apis',
  'read the change': 'apis',
  'compare the version': 'apis',
  'move the order': 'why-it-matters',
  'read the page wanted': 'apis',
  'list the orders': 'apis',
  'find the restaurant': 'apis',
  'read the menu': 'databases',
  'list the restaurants': 'apis',
  'deliver from the outbox': 'the-order',
  'deliver the message': 'the-order',
  'call the restaurant': 'apis',
  'receive the webhook': 'apis',
  'read the message': 'apis',
  'check the signature': 'security',
  'print the ticket': 'the-order',
  transaction: 'databases',
  BEGIN: 'databases',
  COMMIT: 'databases',
  ROLLBACK: 'databases',
  'SELECT sandboxes': 'security',
  'INSERT sandboxes': 'security',
  'UPDATE sandboxes': 'security',
  'INSERT arrivals': 'security',
  'SELECT pragma_page_count': 'databases',
  'INSERT rate_limits': 'security',
  'SELECT replies': 'the-order',
  'INSERT replies': 'the-order',
  'SELECT restaurants': 'databases',
  'SELECT dishes': 'databases',
  'INSERT portions': 'databases',
  'UPDATE portions': 'databases',
  'SELECT orders': 'security',
  'INSERT orders': 'databases',
  'UPDATE orders': 'databases',
  'SELECT order_lines': 'databases',
  'INSERT order_lines': 'databases',
  'SELECT events': 'the-order',
  'INSERT events': 'the-order',
  'INSERT outbox': 'the-order',
  'UPDATE outbox': 'the-order',
  'INSERT tickets': 'databases',
  'read the wish': 'apis',
  'start over': 'databases',
  'read the trace': 'security',
  'read the spans': 'apis',
  'find the source': 'servers',
  'SELECT traces': 'databases',
  'SELECT code_regions': 'databases',
} as const satisfies Record<string, string>

export type StepName = keyof typeof stepChapters

export const stepNames: readonly string[] = Object.keys(stepChapters)

export function isStepName(name: string): name is StepName {
  return Object.hasOwn(stepChapters, name)
}

/** The file in which a step's note stands, without its ending. */
export function noteFileOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
}

export function chapterOf(name: StepName): Chapter | undefined {
  return chapters.find(({ slug }) => slug === stepChapters[name])
}
