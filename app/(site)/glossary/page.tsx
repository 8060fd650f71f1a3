import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { chapters } from '@/content/chapters'
import { glossary } from '@/content/glossary'
import type { GlossaryEntry } from '@/content/glossary-entry'
import { labs } from '@/labs/labs'
import { pageMetadata } from '../page-metadata'
import './glossary.css'

export const metadata = pageMetadata({
  title: 'Glossary',
  description: 'The words of the field, each in a few plain sentences.',
  path: '/glossary',
})

const entries = Object.entries<GlossaryEntry>(glossary).sort(([, a], [, b]) =>
  a.name.localeCompare(b.name, 'en'),
)

/** Every term of the book, by the alphabet. */
export default function GlossaryPage() {
  return (
    <>
      <SiteHeader />
      <main id="main" className="list-page front glossary">
        <h1>Glossary</h1>
        <p>
          The words of the field, each where it is explained and, where there is
          one, in the lab that shows it.
        </p>
        <dl>
          {entries.map(([id, entry]) => (
            <div key={id} id={id} className="glossary-entry">
              <dt>{entry.name}</dt>
              <dd>
                <p>{entry.says}</p>
                <Ways {...entry} />
              </dd>
            </div>
          ))}
        </dl>
      </main>
      <SiteFooter />
    </>
  )
}

function Ways({ chapter, lab }: GlossaryEntry) {
  const at = chapters.findIndex(({ slug }) => slug === chapter)
  const found = chapters[at]
  const title = lab === undefined ? undefined : titleOf(lab)
  return (
    <p className="glossary-ways">
      {found &&
        (found.isOpen ? (
          <a href={`/learn/${found.slug}`}>
            Chapter {at + 1}: {found.title}
          </a>
        ) : (
          <span>
            Chapter {at + 1}: {found.title}
          </span>
        ))}
      {title && <a href={`/labs/${lab}`}>{title}</a>}
    </p>
  )
}

function titleOf(lab: string): string | undefined {
  return Object.entries(labs).find(([name]) => name === lab)?.[1].title
}
