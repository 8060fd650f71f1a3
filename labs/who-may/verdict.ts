import type { RunAnswer } from '@/components/lab/lab-bet'
import type { Cell } from './ask-as'
import { allKeys, placeOf, type Cells, type Doing } from './use-table'
import { callerWords, type CellKey } from './words'

/** Bets on a few cells, before any of them is filled. */
export const refusals = {
  ask: 'Everybody below carries a token that is genuine and has not expired. Which of these requests will be refused all the same?',
  isMany: true,
  options: [
    { id: 'place cook', text: 'The cook places an order' },
    { id: 'read courier', text: 'The courier reads your order' },
    { id: 'accept courier', text: 'The courier accepts it for the kitchen' },
    { id: 'place stranger', text: 'A stranger places an order' },
    { id: 'take owner', text: 'You take a delivery yourself' },
  ],
} as const

export const strangersStatus = {
  ask: 'The stranger has seen the address of your order, and asks for it with a token of their own. What does the server say?',
  isMany: false,
  options: [
    { id: '200', text: '200: the address is right' },
    { id: '401', text: '401: it does not know who that is' },
    { id: '403', text: '403: it is not theirs' },
    { id: '404', text: '404: there is no such order' },
  ],
}

/** Told by the five cells themselves; null until all of them are filled. */
export function refusalsIn(cells: Cells): RunAnswer | null {
  const ids = refusals.options.map(({ id }) => id)
  const told = ids.flatMap((id) => {
    const cell = cells[id]
    return cell ? [{ id, status: cell.status }] : []
  })
  if (told.length < ids.length) return null
  return {
    ids: told.flatMap(({ id, status }) => (status >= 400 ? [id] : [])),
    said: `In this order they were answered ${told.map(({ status }) => status).join(', ')}.`,
  }
}

export function strangersAnswer(cells: Cells): RunAnswer | null {
  const cell = cells['read stranger']
  if (!cell) return null
  return {
    ids: [String(cell.status)],
    said: `${cell.status}, with the words “${cell.detail ?? ''}”`,
  }
}

/** What has been asked so far, in a sentence. */
export function sentenceOf(cells: Cells, busy: Doing | null): string {
  if (busy === 'gathering')
    return 'Three people are let into your sandbox, each by a code of their own.'
  const filled = allKeys.flatMap((key) => cells[key] ?? [])
  if (filled.length === 0) return 'Nobody has asked for anything yet.'
  const refused = filled.filter(({ status }) => status >= 400).length
  const count = `${filled.length} of ${allKeys.length} requests sent: ${filled.length - refused} were allowed, ${refused} refused.`
  if (busy !== null || filled.length < allKeys.length) return count
  return `${count} Not one of them was refused for a bad token.`
}

/** Why it was answered so, in words. */
export function reasonOf(key: CellKey, cell: Cell): string {
  const { route, caller } = placeOf(key)
  const { subject } = callerWords[caller]
  if (cell.problem === '/problems/not-your-part')
    return `${subject} may be in this sandbox, and this is another’s part: 403. The server knows who is asking, and says no.`
  if (cell.status === 404)
    return 'The token is good, and leads to another sandbox. There this order does not exist, and the answer is the same as for an address that was made up: a 403 would have told that the order is there.'
  if (cell.status >= 400)
    return `${subject} was refused for another reason than who is asking: ${cell.detail ?? ''}`
  if (route.id === 'menu')
    return 'The menu hangs outside. The door looks who is asking, and asks nobody for a part.'
  if (route.id === 'place' && caller === 'stranger')
    return 'The stranger may order as anybody may: in a sandbox of their own, where you will not find it.'
  if (route.id === 'list')
    return caller === 'stranger'
      ? `Allowed, and ${cell.count === 1 ? 'one order is' : `${cell.count} orders are`} listed: the stranger’s own. Nobody has to be refused what they cannot see.`
      : `${subject} may see the orders of this sandbox: ${cell.count} of them are on this page of the list.`
  if (caller === 'owner')
    return 'You opened this sandbox, so every part of the play is yours.'
  return route.id === 'read'
    ? 'Everybody in the sandbox may read what is in it.'
    : `This is the ${callerWords[caller].name.toLowerCase()}’s own part.`
}
