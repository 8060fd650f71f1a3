import { figure } from './time-scale'
import { placeOf, type SpanLike } from './place-of'

/** What a step does, in one plain sentence. The names are those of the spans. */
const sentences: Record<string, string> = {
  'press Place order': 'You press the button, and the browser takes the time.',
  'hear the press': 'The browser hands the press to the code of this page.',
  'prepare the request':
    'The browser makes the request ready and finds a connection for it.',
  'look up the address': 'The browser looks up the server’s address.',
  'open a connection': 'The browser opens a connection to the server.',
  'secure the connection': 'Browser and server agree on how to encrypt.',
  'wait for the first byte': 'The browser waits for the first byte of a reply.',
  'read the reply': 'The browser reads the reply to its end.',
  'parse the reply': 'The page makes an order out of the text of the reply.',
  'paint the confirmation': 'The confirmation appears on the screen.',
  'see who is asking': 'The server reads the cookie to see who is asking.',
  'count this request': 'It counts this request, so that nobody can flood it.',
  'read the order': 'It reads the order and refuses anything malformed.',
  'look for a repeat': 'It looks whether this very order was sent before.',
  'price the basket':
    'It looks up today’s menu and works out the price itself.',
  'save the order':
    'It saves the order with all that belongs to it, or nothing.',
  transaction:
    'A transaction opens: what follows counts together or not at all.',
  BEGIN: 'The database opens a transaction.',
  COMMIT: 'The database commits: from here on this survives a power cut.',
  ROLLBACK: 'The database takes everything back, as if nothing had happened.',
  'open a sandbox':
    'This is your first order, so you get a sandbox of your own.',
  'find the order': 'It finds the order among your own.',
  'read the change': 'It reads the change and refuses anything malformed.',
  'compare the version':
    'It compares the version you saw with the present one.',
  'move the order': 'It moves the order to its next state, if that is allowed.',
  'read the page wanted': 'It reads which page of the list is wanted.',
  'list the orders': 'It gathers your orders, newest first.',
  'find the restaurant': 'It finds the restaurant and whether it is open now.',
  'read the menu': 'It reads the menu, with what is left of each dish.',
  'list the restaurants': 'It lists the restaurants, those open now first.',
  'deliver from the outbox':
    'The guest has the answer. A message is waiting in the outbox.',
  'read the message': 'The restaurant reads the message.',
  'deliver the message': 'The restaurant is being told.',
  'check the signature': 'The restaurant checks that the message is genuine.',
  'print the ticket': 'The kitchen prints the ticket.',
}

const tables: Record<string, string> = {
  sandboxes: 'your sandbox',
  rate_limits: 'the counter of your requests',
  replies: 'the replies that were given before',
  restaurants: 'the restaurant',
  dishes: 'the dishes and their prices',
  portions: 'the portions left today',
  orders: 'the order',
  order_lines: 'the lines of the order',
  events: 'the events of the order',
  outbox: 'the messages waiting to go out',
  tickets: 'the kitchen’s tickets',
  arrivals: 'the count of newcomers',
  pragma_page_count: 'how full its file is',
}

const verbs: Record<string, string> = {
  SELECT: 'The database looks up',
  INSERT: 'The database adds to',
  UPDATE: 'The database changes',
  DELETE: 'The database removes from',
}

/** A step in a few words, for a list of steps and for its own heading. */
const titles: Record<string, string> = {
  'press Place order': 'You press Place order',
  'send the request': 'The ticket crosses the pass',
  'hear the press': 'The page hears of it',
  'prepare the request': 'Find a way to the server',
  'look up the address': 'Where does the server live?',
  'open a connection': 'Knock on the server’s door',
  'secure the connection': 'Agree on a secret',
  'wait for the first byte': 'Wait for the answer',
  'read the reply': 'Read the answer',
  'parse the reply': 'Make sense of the answer',
  'paint the confirmation': 'The screen updates',
  'receive the request': 'A route handler picks it up',
  'open a sandbox': 'A kitchen of your own',
  'see who is asking': 'Who is asking?',
  'count this request': 'Is this too often?',
  'read the order': 'Does the order make sense?',
  'look for a repeat': 'Have we had this order before?',
  'price the basket': 'What does it cost, really?',
  'save the order': 'Write it all down, or nothing',
  'find the order': 'Find the order',
  'read the change': 'Does the change make sense?',
  'compare the version': 'Is this the version you saw?',
  'move the order': 'Move the order on',
  'read the page wanted': 'Which page, and how long?',
  'list the orders': 'Gather the orders',
  'find the restaurant': 'Find the restaurant',
  'read the menu': 'What is on the menu?',
  'list the restaurants': 'Who is open now?',
  'deliver from the outbox': 'Empty the outbox',
  'deliver the message': 'Take the note along',
  'call the restaurant': 'Tell the restaurant',
  'receive the webhook': 'The restaurant opens its door',
  'read the message': 'Read the note',
  'check the signature': 'Is it really from Plateful?',
  'print the ticket': 'Print the ticket',
  transaction: 'All of it, or none of it',
  BEGIN: 'Begin in pencil',
  COMMIT: 'Make it permanent',
  ROLLBACK: 'Rub everything out',
  'SELECT sandboxes': 'Look in the guest book',
  'INSERT sandboxes': 'Add you to the guest book',
  'UPDATE sandboxes': 'Keep your place a while longer',
  'INSERT arrivals': 'Count the newcomers',
  'SELECT pragma_page_count': 'Is there room on the disk?',
  'INSERT rate_limits': 'Add one to the count',
  'SELECT replies': 'Was this answered before?',
  'INSERT replies': 'Keep a copy of the answer',
  'SELECT restaurants': 'Open the list of restaurants',
  'SELECT dishes': 'Open the menu',
  'INSERT portions': 'Put out the day’s portions',
  'UPDATE portions': 'Take the portions off the shelf',
  'SELECT orders': 'Open the order book',
  'INSERT orders': 'Write the order down',
  'UPDATE orders': 'Change it, if nobody was faster',
  'SELECT order_lines': 'Which dishes are in it?',
  'INSERT order_lines': 'Write down each dish',
  'SELECT events': 'What has happened so far?',
  'INSERT events': 'Note what happened',
  'INSERT outbox': 'Note for the restaurant',
  'UPDATE outbox': 'Tick it off, or try again later',
  'INSERT tickets': 'Hang up the ticket, once',
  'read the wish': 'How is it to work?',
  'start over': 'Clear everything away',
  'read the trace': 'Fetch the recording',
  'read the spans': 'The browser’s side of it',
  'find the source': 'Which code was it?',
  'SELECT traces': 'Find the recording',
  'SELECT code_regions': 'Look up earlier code',
}

/** Every step that has a title. Each has a note in content/steps as well. */
export const titledSteps: readonly string[] = Object.keys(titles)

/** The programs of this site; others may use the same names for other things. */
const services = new Set(['browser', 'plateful', 'restaurant'])

/**
 * The name under which a span of ours is explained: its own, or for a message
 * what is done with it, since one name stands on both sides of the wire.
 */
export function stepNameOf(span: SpanLike): string {
  const { name, kind, service } = span
  if (!/^[A-Z]+ \//.test(name)) return name
  if (kind === 'server' && service === 'plateful') return 'receive the request'
  if (kind === 'server' && service === 'restaurant')
    return 'receive the webhook'
  if (kind === 'client' && service === 'browser') return 'send the request'
  if (kind === 'client' && service === 'plateful') return 'call the restaurant'
  return name
}

/** A span in a few words: "Make it permanent". Of others' spans their name. */
export function titleOf(span: SpanLike): string {
  if (!services.has(span.service)) return span.name
  const name = stepNameOf(span)
  return Object.hasOwn(titles, name) ? (titles[name] ?? name) : span.name
}

/** A span as a sentence that a reader needs no other view to understand. */
export function sentenceOf(span: SpanLike): string {
  const known = sentences[span.name]
  if (known) return withFate(known, span)
  const [verb = '', ...rest] = span.name.split(' ')
  const object = rest.join(' ')
  if (verbs[verb] && object) {
    const what = tables[object] ?? `the table ${object}`
    return withFate(`${verbs[verb]} ${what}.`, span)
  }
  if (object.startsWith('/')) return withFate(callSentence(span), span)
  return withFate(`${capital(span.name)}.`, span)
}

function callSentence(span: SpanLike): string {
  const place = placeOf(span)
  if (place === 'network') return `The request ${span.name} leaves the browser.`
  if (span.kind === 'client') return `The server calls ${span.name}.`
  return place === 'service'
    ? `The restaurant receives ${span.name}.`
    : `The route handler receives ${span.name}.`
}

function withFate(sentence: string, { status }: SpanLike): string {
  if (status?.code !== 'error') return sentence
  return status.message
    ? `${sentence} It fails: ${status.message}`
    : `${sentence} It fails.`
}

export type StoryStep = {
  id: string
  sentence: string
  startMs: number
  endMs: number | null
}

/** The time of a step as a reader says it: `at 4.7 ms`. */
export function momentText(startMs: number): string {
  return `at ${figure(startMs)} ms`
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
