import type { RaceWay, Racer } from '@/contracts/last-portion'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { names, phoneWords, pressWords, wayNames } from './sentence'
import { plans, standingOf } from './standing'
import type { Race } from './use-race'

const ways = Object.keys(plans).filter(isWay)
const guests: readonly Racer[] = ['ada', 'ben']

/** How both take the portion, and the way back to the start. */
export function HandBar({ race }: { race: Race }) {
  return (
    <>
      <fieldset className="portion-ways">
        <legend className="sr-only">How the portion is taken</legend>
        {ways.map((way) => (
          <label key={way} className={way === race.way ? 'is-chosen' : ''}>
            <input
              type="radio"
              className="sr-only"
              name="portion-way"
              checked={way === race.way}
              onChange={() => race.startOver(way)}
            />
            {wayNames[way]}
          </label>
        ))}
      </fieldset>
      <button type="button" className="button" onClick={() => race.startOver()}>
        <Icon name="to-start" size={15} />
        Start over
      </button>
    </>
  )
}

/** One button for each guest: a press sends their next statement. */
export function HandGuests({ race }: { race: Race }) {
  return (
    <>
      <h3>Two guests, one portion</h3>
      <p className="portion-ask">
        Each button lets one program go on by one statement. In which order will
        both be promised the last bowl?
      </p>
      <div className="portion-guests">
        {guests.map((guest) => (
          <Guest key={guest} guest={guest} race={race} />
        ))}
      </div>
      {race.problem && (
        <ProblemNotice
          words={race.problem}
          onTryAgain={() => race.startOver()}
        />
      )}
    </>
  )
}

function Guest({ guest, race }: { guest: Racer; race: Race }) {
  const { way, story, isPlaying } = race
  const standing = standingOf(way, guest, story)
  const isTold = standing.is === 'told'
  const other = guest === 'ada' ? names.ben : names.ada
  return (
    <section className="portion-guest" aria-label={names[guest]}>
      <h4>{names[guest]}</h4>
      <p
        className={
          isTold ? `portion-phone is-${standing.answer}` : 'portion-phone'
        }
      >
        {phoneWords(standing)}
      </p>
      <button
        type="button"
        className="portion-press"
        aria-disabled={standing.is !== 'next' || isPlaying}
        onClick={() => {
          if (standing.is === 'next') race.press(guest)
        }}
      >
        <span className="sr-only">{names[guest]}: </span>
        {standing.is === 'next' && pressWords(standing)}
        {standing.is === 'waiting' && `Waits until ${other} lets go`}
        {isTold && 'Done'}
      </button>
    </section>
  )
}

function isWay(name: string): name is RaceWay {
  return Object.hasOwn(plans, name)
}
