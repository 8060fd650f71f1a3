import type { Memory } from '@/contracts/keep-or-forget'
import { placeNames, places, type Place } from './findings'

/** The three places side by side: who is known there, and where that is. */
export function ThreePlaces({ memory }: { memory: Memory | null }) {
  return (
    <div className="keep-places">
      {places.map((place) => (
        <section key={place} aria-label={placeNames[place]}>
          <h4>{placeNames[place]}</h4>
          <p className={memory?.[place] ? 'keep-name' : 'keep-name is-empty'}>
            {memory ? (memory[place] ?? 'Who are you?') : '–'}
          </p>
          <p>{memory ? whereIs(place, memory) : where[place]}</p>
        </section>
      ))}
    </div>
  )
}

const where: Record<Place, string> = {
  variable: 'A place in the memory of one running program.',
  cookie: 'The browser carries it, and shows it at each visit.',
  row: 'The database has it, under the session that a cookie proves.',
}

function whereIs(place: Place, memory: Memory): string {
  const { server, thread, startedAt, cameWith } = memory
  if (place === 'variable')
    return `Server ${server}: thread ${thread} of process ${memory.process}, running since ${startedAt.slice(11, 19)} UTC.`
  if (place === 'cookie')
    return cameWith.name || memory.cookie
      ? 'The browser has it; the signature says that it is unchanged.'
      : 'No such cookie came along.'
  return cameWith.session
    ? memory.row
      ? 'Table sign_ins, the row of this session.'
      : 'There is no row for this session.'
    : 'No session came along, so no row was looked for.'
}
