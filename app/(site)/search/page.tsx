import { searchGroups } from '@/contracts/search'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../page-metadata'
import { siteEntries } from './site-entries'
import './everything.css'

export const metadata = pageMetadata({
  title: 'Everything on one page',
  description:
    'Every chapter with its parts, every lab, every word of the glossary, every operation of the API and every problem it answers with.',
  path: '/search',
})

/** What the search looks through, by group, for who has no scripts or no query. */
export default function EverythingPage() {
  const entries = siteEntries()
  const groups = searchGroups
    .map((group) => ({
      ...group,
      found: entries.filter((entry) => entry.group === group.id),
    }))
    .filter(({ found }) => found.length > 0)
  return (
    <>
      <SiteHeader />
      <main className="list-page everything front" id="main">
        <h1>Everything on one page</h1>
        <p>
          All that the search looks through. With scripts, press <kbd>/</kbd> on
          any page and ask.
        </p>
        <nav aria-label="Groups">
          {groups.map(({ id, title, found }) => (
            <a key={id} href={`#${id}`}>
              {title} <span className="num">{found.length}</span>
            </a>
          ))}
        </nav>
        {groups.map(({ id, title, found }) => (
          <section key={id} aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <ul>
              {found.map(({ href, title, about }) => (
                <li key={href}>
                  <a href={href}>{title}</a>
                  {about && <span className="micro">{about}</span>}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
      <SiteFooter />
    </>
  )
}
