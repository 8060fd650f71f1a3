import { useRef, type CSSProperties, type KeyboardEvent } from 'react'
import { Icon } from '@/components/ui/icon'
import { labelOf } from './hop-label'
import { HopTicket } from './hop-ticket'
import type { Hop } from './hops'
import { laneSights, type Lane, type Places } from './lanes'
import { statusOf } from './message-facts'
import type { Hops } from './use-hops'

/** Every hop as a ticket between the lanes of those who take part. */
export function LanesView({
  hops: { hops, index, goTo },
  places,
}: {
  hops: Hops
  places: Places
}) {
  const lanes = Object.entries(places) as [Lane, number][]
  const isAttack = 'attacker' in places
  const list = useRef<HTMLOListElement>(null)
  const handleKeyDown = (event: KeyboardEvent) => {
    const next = indexAfter(event.key, index, hops.length - 1)
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    goTo(next)
    const buttons = list.current?.querySelectorAll('button')
    buttons?.[next]?.focus()
  }
  return (
    <section
      className={`oauth-lanes${isAttack ? ' is-attack' : ''}${hops.length === 0 ? ' is-idle' : ''}`}
      aria-label={`Hops between ${lanes.map(([lane]) => laneSights[lane].name).join(', ')}`}
    >
      <div className="oauth-ground" aria-hidden="true">
        <span className="front" />
        <span className="oauth-pass" />
        <span className="back" />
        {isAttack && <span className="oauth-pass" />}
        {isAttack && <span className="front" />}
      </div>
      {lanes.map(([lane, place]) => (
        <Cap key={lane} lane={lane} place={place} isAttack={isAttack} />
      ))}
      <ol ref={list}>
        {hops.map((hop, at) => (
          <HopRow
            key={at}
            {...{ hop, places }}
            number={at + 1}
            time={at < index ? 'past' : at === index ? 'now' : 'to-come'}
            aside={asideOf(hops, at, isAttack)}
            onPick={() => goTo(at)}
            onKeyDown={handleKeyDown}
          />
        ))}
      </ol>
    </section>
  )
}

/** In an attack the two in front have names. */
const attackNames: Partial<Record<Lane, string>> = {
  browser: 'Mara, guest',
  attacker: 'Mallory, attacker',
}

function Cap({
  lane,
  place,
  isAttack,
}: {
  lane: Lane
  place: number
  isAttack: boolean
}) {
  const { name, icon, role } = laneSights[lane]
  const isFront = lane === 'browser' || lane === 'attacker'
  return (
    <span
      className={`oauth-lane ${isFront ? 'front' : 'back'} r-${role}`}
      style={{ '--at': `${place}%` } as CSSProperties}
      aria-hidden="true"
    >
      <span className="oauth-cap">
        <Icon name={icon} size={16} />
        {isAttack ? (attackNames[lane] ?? name) : name}
      </span>
    </span>
  )
}

function HopRow({
  hop,
  number,
  time,
  places,
  aside,
  onPick,
  onKeyDown,
}: {
  hop: Hop
  number: number
  time: 'past' | 'now' | 'to-come'
  places: Places
  aside: Aside | null
  onPick: () => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  const { from, to, isRoundTrip, kind } = hop
  const [start, end] = [places[from] ?? 0, places[to] ?? 0]
  const way =
    isRoundTrip && kind !== 'session' ? 'both' : end > start ? 'right' : 'left'
  const isRefused = hop.message !== null && statusOf(hop.message) >= 400
  const isAttackers = from === 'attacker' || to === 'attacker'
  const role = isRefused || isAttackers ? 'r-fail' : 'r-network'
  const place = {
    '--left': `${Math.min(start, end)}%`,
    '--width': `${Math.abs(end - start)}%`,
    '--mid': `${(start + end) / 2}%`,
  } as CSSProperties
  return (
    <li className={`oauth-hop is-${time} is-${way} ${role}`} style={place}>
      <button
        type="button"
        aria-current={time === 'now' ? 'step' : undefined}
        tabIndex={time === 'now' ? 0 : -1}
        onClick={onPick}
        onKeyDown={onKeyDown}
      >
        <span className="oauth-tag">
          <b>{number}</b>
          <span className="oauth-ends" aria-hidden="true">
            <End lane={from} />
            <Icon name="arrow-right" size={12} />
            <End lane={to} />
          </span>
          <span className="oauth-label">
            {isRefused && <Icon name="fail" size={12} />}
            {labelOf(hop)}
          </span>
        </span>
        <span className="sr-only">
          , {laneSights[from].name} to {laneSights[to].name}
        </span>
      </button>
      {time === 'now' && <HopTicket hop={hop} number={number} />}
      {aside && (
        <p className={`oauth-aside is-${aside.side}`}>
          <b>{aside.title}</b> {aside.text}
        </p>
      )}
    </li>
  )
}

function End({ lane }: { lane: Lane }) {
  const { icon, role } = laneSights[lane]
  return (
    <span className={`r-${role}`}>
      <Icon name={icon} size={14} />
    </span>
  )
}

type Aside = { side: 'front' | 'back'; title: string; text: string }

/** What the picture as a whole shows, beside the hop where it begins. */
function asideOf(
  hops: readonly Hop[],
  at: number,
  isAttack: boolean,
): Aside | null {
  if (isAttack || hops[at]?.kind !== 'ask-for-tokens') return null
  return {
    side: 'front',
    title: 'The front channel ends here.',
    text: `What went before passed through your hands: addresses, code, challenge. All of it can be read and copied. From here on servers speak to each other.`,
  }
}

function indexAfter(key: string, index: number, last: number): number | null {
  if (key === 'ArrowDown' || key === 'ArrowRight')
    return Math.min(index + 1, last)
  if (key === 'ArrowUp' || key === 'ArrowLeft') return Math.max(index - 1, 0)
  if (key === 'Home') return 0
  return key === 'End' ? last : null
}
