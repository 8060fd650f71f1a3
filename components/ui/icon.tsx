/**
 * One icon, drawn from the sprite that the layout puts on every page once
 * (icon-sprite.tsx). It is decoration: the words beside it carry the meaning.
 */
export function Icon({
  name,
  size = 16,
  className,
}: {
  name: IconName
  size?: number
  className?: string
}) {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <use href={`#icon-${name}`} />
    </svg>
  )
}

export type IconName =
  | 'browser'
  | 'network'
  | 'server'
  | 'data'
  | 'service'
  | 'auth'
  | 'fail'
  | 'arrow-left'
  | 'arrow-right'
  | 'bike'
  | 'check'
  | 'chevron'
  | 'clock'
  | 'copy'
  | 'download'
  | 'equal'
  | 'guest'
  | 'minus'
  | 'pause'
  | 'pencil'
  | 'pin'
  | 'play'
  | 'plus'
  | 'retry'
  | 'search'
  | 'rewind'
  | 'share'
  | 'skip'
  | 'link'
  | 'print'
  | 'step-back'
  | 'step-on'
  | 'to-start'
  | 'unplug'
  | 'upload'
  | 'theme'
