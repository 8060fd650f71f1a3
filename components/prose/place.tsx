import type { ReactNode } from 'react'
import type { Place as PlaceName } from '@/components/trace/place-of'
import { Icon } from '@/components/ui/icon'

/** A word in the colour of the place it names. */
export function Place({
  name,
  children,
}: {
  name: PlaceName
  children: ReactNode
}) {
  return (
    <span className={`place-word r-${name}`}>
      <Icon name={name} size={13} />
      {children}
    </span>
  )
}
