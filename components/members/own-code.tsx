import Link from 'next/link'
import { useEffect, useRef } from 'react'
import type { WayIn } from '@/contracts/members'
import { Icon } from '@/components/ui/icon'
import { partIcons, partPaths } from './part-words'

/** A code that this very browser has made: whoever owns a sandbox is in it. */
export function OwnCode({
  wayIn: { kind, part },
  onOther,
}: {
  wayIn: WayIn
  onOther: () => void
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isClass = kind === 'class'
  useEffect(() => heading.current?.focus(), [])
  return (
    <div>
      <h2 ref={heading} tabIndex={-1}>
        <Icon name={partIcons[part]} size={24} />
        {isClass ? 'This is your own class' : 'This is your own sandbox'}
      </h2>
      <p>
        This browser has opened it, and plays every part in it. Coming in by the
        code would make it a {part} and no more, so it stays as it is and the
        code is not used up.
      </p>
      <p className="join-note">
        To see it {isClass ? 'as a guest of the class' : `as the ${part}`} does,
        use the code in another browser, in a private window or on a phone.
      </p>
      <p className="join-actions">
        <Link
          className="button button-solid join-go"
          href={isClass ? '/plateful/wall' : partPaths[part]}
        >
          {isClass ? 'To the wall' : `To the ${part}’s screen`}
          <Icon name="arrow-right" size={16} />
        </Link>
        <button type="button" className="button" onClick={onOther}>
          Type another code
        </button>
      </p>
    </div>
  )
}
