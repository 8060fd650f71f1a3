import { useId } from 'react'
import Link from 'next/link'
import { hrefOf } from './sides-nav'
import type { ShiftPart } from './sides-api'
import type { Shift } from './use-shift'

const words = {
  kitchen: {
    you: 'You cook',
    autopilot: 'The autopilot cooks',
    other: 'Another screen cooks',
    nobody: 'Nobody cooks',
  },
  courier: {
    you: 'You ride',
    autopilot: 'The autopilot rides',
    other: 'Another screen rides',
    nobody: 'Nobody rides',
  },
} as const

/** Who plays this part, and the switch that takes it over or gives it back. */
export function WhoPlays({ part, shift }: { part: ShiftPart; shift: Shift }) {
  const helpId = useId()
  const { isWanted, want, sandbox } = shift
  const own = sandbox?.part
  if (own && own !== part)
    return (
      <p className="who-plays">
        You joined as {own}. Here you can look on;{' '}
        <Link href={hrefOf[own]} prefetch={false}>
          your own screen
        </Link>{' '}
        is next door.
      </p>
    )
  return (
    <div className="who-plays">
      <button
        type="button"
        role="switch"
        aria-checked={isWanted}
        aria-describedby={helpId}
        className="shift-lever"
        onClick={() => want(!isWanted)}
      >
        <span className="shift-lever-box" aria-hidden="true" />
        {words[part].you}
      </button>
      <p id={helpId}>{helpFor(part, shift)}</p>
      {sandbox && !sandbox.autopilot && (
        <button
          type="button"
          className="button"
          onClick={shift.switchAutopilotOn}
        >
          Switch the autopilot on
        </button>
      )}
    </div>
  )
}

function helpFor(part: ShiftPart, { isWanted, sandbox }: Shift): string {
  if (isWanted)
    return 'While this screen is open and in view, nothing moves here unless you press.'
  const isOthers = sandbox?.shifts.some((shift) => shift.part === part)
  if (isOthers) return `${words[part].other}. A press of yours counts as well.`
  if (sandbox && !sandbox.autopilot)
    return `${words[part].nobody}: the autopilot is switched off here. A press of yours counts.`
  return `${words[part].autopilot}. A press of yours counts as well: whoever is first wins.`
}
