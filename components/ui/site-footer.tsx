import Link from 'next/link'
import { siteLinks } from './site-header'

/** The last line of every page. */
export function SiteFooter() {
  return (
    <footer className="colophon front">
      <p>Back of House. Set in Bricolage Grotesque and Martian Mono.</p>
      <nav aria-label="Footer">
        {siteLinks.map(({ href, label }) => (
          <Link key={href} href={href} prefetch={false}>
            {label}
          </Link>
        ))}
      </nav>
    </footer>
  )
}
