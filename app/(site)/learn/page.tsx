import { WhereYouAre } from '@/components/progress/where-you-are'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { chapters, deepDives, type Chapter } from '@/content/chapters'
import { pageMetadata } from '../page-metadata'
import { ChapterMeta } from './chapter-head'
import { readChapter, withCheck } from './read-chapter'
import './learn.css'
import './book.css'

export const metadata = pageMetadata({
  title: 'The book',
  description:
    'Every chapter with its sections and labs, how long it takes, and how far you have read.',
  path: '/learn',
})

/** The whole book: what can be read, section by section, and what comes. */
export default function BookPage() {
  const all = [...chapters, ...deepDives].map((one, at) => ({
    ...one,
    number: at + 1,
  }))
  const later = all.filter(({ isOpen }) => !isOpen)
  return (
    <>
      <SiteHeader current="/learn" />
      <main className="list-page front book" id="main">
        <h1>The book</h1>
        <p>
          Read in order, or begin where your question is. Each chapter starts
          with something to press; its minutes count the words and the labs.
        </p>
        <WhereYouAre chapters={chapters.flatMap(readingOf)} />
        <ol className="book-list">
          {chapters.map((chapter, at) =>
            chapter.isOpen ? (
              <OpenChapter key={chapter.slug} chapter={chapter} at={at} />
            ) : null,
          )}
        </ol>
        {later.length > 0 && (
          <section aria-labelledby="later">
            <h2 id="later">Not open yet</h2>
            <ol className="book-later">
              {later.map(({ slug, number, title }) => (
                <li key={slug}>
                  <span className="num">{number}</span> {title}
                </li>
              ))}
            </ol>
          </section>
        )}
      </main>
      <SiteFooter />
    </>
  )
}

function OpenChapter({ chapter, at }: { chapter: Chapter; at: number }) {
  const { slug, title, line, places } = chapter
  const facts = readChapter(slug)
  return (
    <li className={`r-${places.at(-1)}`}>
      <div>
        <h2>
          <a href={`/learn/${slug}`}>
            <span className="num">{at + 1}</span> {title}
          </a>
        </h2>
        <p>{line}</p>
        <ChapterMeta places={places} facts={facts} />
      </div>
      <ol className="book-sections" aria-label={`Sections of ${title}`}>
        {withCheck(facts).map(({ id, title: section }) => (
          <li key={id}>
            <a href={`/learn/${slug}#${id}`}>{section}</a>
          </li>
        ))}
      </ol>
    </li>
  )
}

/** What the browser compares with the reader's own progress. */
function readingOf({ slug, title, isOpen }: Chapter) {
  if (!isOpen) return []
  return [{ slug, title, sections: withCheck(readChapter(slug)) }]
}
