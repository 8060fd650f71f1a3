import type { Visit } from './ask'

/** The three places in which a name can be kept between two requests. */
export const places = ['variable', 'cookie', 'row'] as const
export type Place = (typeof places)[number]

export const placeNames: Record<Place, string> = {
  variable: 'In a variable',
  cookie: 'In a signed cookie',
  row: 'In a row',
}

/** What the reader bets on: one course of events, and nothing else. */
export const question = {
  ask: 'You tell server A your name. It is started anew. You ask again. Where is your name found?',
  isMany: true,
  options: places.map((place) => ({ id: place, text: placeNames[place] })),
}

/**
 * The answer to the bet, from the first question with cookies that a server was
 * asked after it had been told and then started anew. Null before that.
 */
export function answerFrom(visits: readonly Visit[]) {
  const ended = new Set<string>()
  const told = new Set<string>()
  for (const { kind, server, withCookies, memory } of visits) {
    if (kind === 'tell') {
      told.add(server)
      ended.delete(server)
    }
    if (kind === 'restart' && told.has(server)) ended.add(server)
    if (kind !== 'ask' || !withCookies || !ended.has(server) || !memory)
      continue
    const ids = places.filter((place) => memory[place] !== null)
    return {
      ids,
      said:
        ids.length === 0
          ? 'Nowhere.'
          : `${ids.map((id) => placeNames[id]).join(', ')}. Server ${server} runs as thread ${memory.thread} now, and its variable ${memory.variable === null ? 'is empty' : `holds “${memory.variable}”`}.`,
    }
  }
  return null
}

/** What the newest visit means, in one or two sentences. */
export function findingOf(visits: readonly Visit[]): string {
  const last = visits.at(-1)
  if (!last) return 'No server knows you yet.'
  const { kind, server, memory, withCookies } = last
  if (kind === 'restart')
    return `Server ${server} was ended, with all that it knew. Ask it again: another takes its place.`
  if (!memory) return ''
  if (kind === 'tell')
    return `Server ${server} was told “${memory.variable}”, and kept it in three places.`
  const known = places.filter((place) => memory[place] !== null)
  if (!withCookies && memory.variable !== null)
    return `Nobody said who was asking, and server ${server} said “${memory.variable}” all the same: a variable belongs to the program, and not to a guest.`
  if (known.length === 0) return `Server ${server} does not know who is asking.`
  if (memory.variable === null)
    return `Server ${server} had nothing in its variable. What you carried, and what is written down, it found.`
  return `Server ${server} found your name in ${known.length} of three places.`
}

/** Whether a server is another one than last time, though nobody here ended it. */
export function wasReplaced(visits: readonly Visit[]): boolean {
  const last = visits.at(-1)
  if (last?.kind !== 'ask' || !last.memory) return false
  const before = visits
    .slice(0, -1)
    .filter(({ server }) => server === last.server)
    .at(-1)
  return (
    before?.memory !== null &&
    before?.memory !== undefined &&
    before.memory.thread !== last.memory.thread
  )
}
