import Link from 'next/link'
import { siteLinks } from './site-header'

/** The site's links where the header is part of a stage. */
export function StageNav({ label }: { label: string }) {
  return (
    <nav className="stage-nav" aria-label={label}>
      {siteLinks.map(({ href, label }) => (
        <Link key={href} href={href} prefetch={false}>
          {label}
        </Link>
      ))}
    </nav>
  )
}
