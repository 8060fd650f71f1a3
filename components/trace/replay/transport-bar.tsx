import { Icon, type IconName } from '@/components/ui/icon'
import { figure } from '../time-scale'
import type { ReplayModel } from './model'
import { Scrubber } from './scrubber'
import { speedName, speeds } from '../transport'
import type { ReplayControls } from './use-replay'

/** Play and pause, steps, the scrubber, the speed: what moves the one cursor. */
export function TransportBar({
  model,
  controls,
  title,
  isWhole,
}: {
  model: ReplayModel
  controls: ReplayControls
  title: string
  isWhole: boolean
}) {
  const { index, atMs, isPlaying, isAtEnd, goToStep, goTo } = controls
  const last = model.steps.length - 1
  return (
    <div className="transport" role="group" aria-label="Transport">
      <div className="transport-keys">
        <Key icon="to-start" label="To the start" onPress={() => goToStep(0)} />
        <Key
          icon="step-back"
          label="Step back"
          isDisabled={index === 0}
          onPress={() => goToStep(index - 1)}
        />
        <button
          type="button"
          className="transport-play"
          aria-label={isPlaying ? 'Pause' : isAtEnd ? 'Play again' : 'Play'}
          onClick={controls.togglePlay}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} size={20} />
        </button>
        <Key
          icon="step-on"
          label="Step on"
          isDisabled={index === last}
          onPress={() => goToStep(index + 1)}
        />
        <Key icon="skip" label="To the end" onPress={() => goTo(Infinity)} />
        <p className="transport-time">
          <b>{atMs.toFixed(1)} ms</b>
          <span key={model.endMs}>of {figure(model.endMs)}</span>
        </p>
      </div>
      <Scrubber {...{ model, controls, title, isWhole }} />
      <div className="transport-speed">
        <fieldset className="segments">
          <legend className="sr-only">Speed, slower than it ran</legend>
          {speeds.map((speed) => (
            <button
              key={speed}
              type="button"
              aria-pressed={speed === controls.speed}
              title={speed === 1 ? undefined : `${speedName(speed)} slower`}
              onClick={() => controls.setSpeed(speed)}
            >
              {speedName(speed)}
              {speed > 1 && <span className="sr-only"> slower</span>}
            </button>
          ))}
        </fieldset>
        <span className="transport-slower" aria-hidden="true">
          slower
        </span>
      </div>
    </div>
  )
}

function Key({
  icon,
  label,
  isDisabled = false,
  onPress,
}: {
  icon: IconName
  label: string
  isDisabled?: boolean
  onPress: () => void
}) {
  return (
    <button
      type="button"
      className="transport-key"
      aria-label={label}
      aria-disabled={isDisabled || undefined}
      onClick={onPress}
    >
      <Icon name={icon} size={18} />
    </button>
  )
}
