import { speedName, speeds } from '../transport'
import type { ReplayControls } from './use-replay'

const panes = ['Story', 'Timeline', 'Map'] as const
export type Pane = (typeof panes)[number]

/** A small screen shows one picture at a time: this says which, and how fast. */
export function SmallScreenBar({
  pane,
  onPane,
  controls: { speed, setSpeed },
}: {
  pane: Pane
  onPane: (pane: Pane) => void
  controls: ReplayControls
}) {
  return (
    <div className="replay-views">
      <fieldset className="segments">
        <legend className="sr-only">What is shown</legend>
        {panes.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === pane}
            onClick={() => onPane(name)}
          >
            {name}
          </button>
        ))}
      </fieldset>
      <select
        aria-label="Speed, slower than it ran"
        value={speed}
        onChange={({ target }) => {
          const chosen = speeds.find((one) => String(one) === target.value)
          if (chosen) setSpeed(chosen)
        }}
      >
        {speeds.map((one) => (
          <option key={one} value={one}>
            {speedName(one)}
          </option>
        ))}
      </select>
    </div>
  )
}
