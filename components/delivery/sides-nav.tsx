import Link from 'next/link'
import type { Part } from '@/contracts/parts'
import { Icon, type IconName } from '@/components/ui/icon'

const sides = [
  { href: '/plateful', label: 'Guest', icon: 'guest' },
  { href: '/plateful/kitchen', label: 'Kitchen', icon: 'service' },
  { href: '/plateful/courier', label: 'Courier', icon: 'bike' },
  { href: '/labs/track', label: 'All three', icon: 'network' },
] as const satisfies { href: string; label: string; icon: IconName }[]

export type SideHref = (typeof sides)[number]['href']

/** The screen of each part. */
export const hrefOf: Record<Part, SideHref> = {
  guest: '/plateful',
  kitchen: '/plateful/kitchen',
  courier: '/plateful/courier',
}

/** The three screens of one order. */
export function SidesNav({ current }: { current: SideHref }) {
  return (
    <nav className="sides-nav" aria-label="Screens of Plateful">
      {sides.map(({ href, label, icon }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={href === current ? 'page' : undefined}
        >
          <Icon name={icon} size={16} />
          {label}
        </Link>
      ))}
    </nav>
  )
}
