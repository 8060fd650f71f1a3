import Link from 'next/link'
import { AccountLink } from '../account/account-link'
import { PlaceBar } from '../members/place-bar'
import { SearchLink } from '../search/search-link'
import { Brand } from './brand'
import { ThemeToggle } from './theme-toggle'

/** Where the site leads. A page is named here once it exists. */
export const siteLinks = [
  { href: '/learn', label: 'Book' },
  { href: '/labs', label: 'Labs' },
  { href: '/trace', label: 'Replay' },
  { href: '/plateful', label: 'Plateful' },
  { href: '/api', label: 'API' },
] as const

/** The slim header of every page but the first. */
export function SiteHeader({ current }: { current?: string }) {
  return (
    <>
      <header className="site-header front">
        <Brand />
        <nav aria-label="Main">
          {siteLinks.map(({ href, label }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              aria-current={href === current ? 'page' : undefined}
            >
              {label}
            </Link>
          ))}
        </nav>
        <SearchLink />
        <AccountLink isCurrent={current === '/account'} />
        <ThemeToggle />
      </header>
      <PlaceBar />
    </>
  )
}
