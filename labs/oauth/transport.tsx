import { Icon, type IconName } from '@/components/ui/icon'
import { wordsOf } from './hop-words'
import type { Hops } from './use-hops'

/** One hop forward or back, or all of them in turn. */
export function Transport({ hops, hop, index, isPlaying, ...does }: Hops) {
  const last = hops.length - 1
  const isNone = hops.length === 0
  const words = hop && wordsOf(hop)
  return (
    <div className="oauth-transport front" role="group" aria-label="Transport">
      <div className="oauth-keys">
        <Key
          icon="to-start"
          label="To the first hop"
          isDisabled={index === 0}
          onPress={() => does.goTo(0)}
        />
        <Key
          icon="step-back"
          label="Back one hop"
          isDisabled={index === 0}
          onPress={() => does.goTo(index - 1)}
        />
        <button
          type="button"
          className="oauth-play"
          aria-label={isPlaying ? 'Pause' : 'Play the hops'}
          disabled={isNone}
          onClick={does.togglePlay}
        >
          <Icon name={isPlaying ? 'pause' : 'play'} size={18} />
        </button>
        <Key
          icon="step-on"
          label="Next hop"
          isDisabled={isNone || index === last}
          onPress={() => does.goTo(index + 1)}
        />
        <Key
          icon="skip"
          label="To the last hop"
          isDisabled={isNone || index === last}
          onPress={() => does.goTo(last)}
        />
        <p className="oauth-count">
          <b>{isNone ? 'no hop' : `hop ${index + 1}`}</b>
          <span>{isNone ? 'yet' : `of ${hops.length}`}</span>
        </p>
      </div>
      <p className="oauth-lead">
        {words ? (
          <>
            <b>{words.bold}</b> {words.rest}
          </>
        ) : (
          <>
            <b>Four lanes, and nothing on them.</b> Press, and every message
            appears here as it was sent.
          </>
        )}
      </p>
    </div>
  )
}

function Key({
  icon,
  label,
  isDisabled,
  onPress,
}: {
  icon: IconName
  label: string
  isDisabled: boolean
  onPress: () => void
}) {
  return (
    <button
      type="button"
      className="oauth-key"
      aria-label={label}
      aria-disabled={isDisabled || undefined}
      onClick={() => isDisabled || onPress()}
    >
      <Icon name={icon} size={18} />
    </button>
  )
}
