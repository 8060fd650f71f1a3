import { DemoLabel } from '@/components/ui/demo-label'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { chapters } from '@/content/chapters'
import { labs } from '@/labs/labs'
import { readChapter } from '../learn/read-chapter'
import { pageMetadata } from '../page-metadata'
import './labs.css'

export const metadata = pageMetadata({
  title: 'Labs',
  description:
    'Every lab of the book, on its own: press, predict, break and measure a real backend.',
  path: '/labs',
})

/** Every lab, to be opened on its own. */
export default function LabsPage() {
  return (
    <>
      <SiteHeader current="/labs" />
      <main className="list-page front labs" id="main">
        <h1>Labs</h1>
        <p>
          Each one alone, without its chapter. Live: your press runs on this
          server, in a sandbox of your own, and has a trace. Recorded: a real
          run, kept with its date. Simulated: a model, which says what it takes
          for granted.
        </p>
        <ul className="labs-list">
          {Object.entries(labs).map(([name, { title, line, kind }]) => (
            <li key={name}>
              <DemoLabel kind={kind} />
              <h2>
                <a href={`/labs/${name}`}>{title}</a>
              </h2>
              <p>{line}</p>
              <InChapters lab={name} />
            </li>
          ))}
        </ul>
      </main>
      <SiteFooter />
    </>
  )
}

const readable = chapters.flatMap(({ slug, title, isOpen }, index) =>
  isOpen ? [{ slug, title: `Chapter ${index + 1}: ${title}` }] : [],
)

/** The chapters that have the lab in their flow. */
function InChapters({ lab }: { lab: string }) {
  const found = readable.filter(({ slug }) =>
    readChapter(slug).labs.some((name) => name === lab),
  )
  if (found.length === 0) return null
  return (
    <ul className="labs-chapters">
      {found.map(({ slug, title }) => (
        <li key={slug}>
          <a href={`/learn/${slug}`}>{title}</a>
        </li>
      ))}
    </ul>
  )
}
