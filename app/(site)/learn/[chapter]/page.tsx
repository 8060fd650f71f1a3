import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { TermNotes } from '@/components/prose/term-notes'
import { TermTexts } from '@/components/prose/term'
import { ChapterRail } from '@/components/progress/chapter-rail'
import { SearchLink } from '@/components/search/search-link'
import { PlaceBar } from '@/components/members/place-bar'
import { Brand } from '@/components/ui/brand'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { chapters, deepDives } from '@/content/chapters'
import { glossary } from '@/content/glossary'
import { chapterData } from '../../learning-data'
import { LearningData } from '../../learning-data-element'
import { pageMetadata } from '../../page-metadata'
import { ChapterEnd } from '../chapter-end'
import { ChapterHead } from '../chapter-head'
import { chapterParts } from '../chapter-parts'
import { readChapter, withCheck, type ChapterFacts } from '../read-chapter'
import '@/components/trace/inspector-code.css'
import '../learn.css'

type Props = { params: Promise<{ chapter: string }> }

export const dynamicParams = false

export function generateStaticParams() {
  return chapters
    .filter(({ isOpen }) => isOpen)
    .map(({ slug }) => ({ chapter: slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { chapter: slug } = await params
  const chapter = chapters.find((one) => one.slug === slug)
  if (!chapter) return {}
  const { title, line } = chapter
  const path = `/learn/${slug}`
  return pageMetadata({ title, description: line, path, card: `learn/${slug}` })
}

/** A chapter: the rail, the words, the labs in their flow, and the check. */
export default async function ChapterPage({ params }: Props) {
  const { chapter: slug } = await params
  const at = chapters.findIndex((one) => one.slug === slug)
  const chapter = chapters[at]
  if (!chapter?.isOpen) notFound()
  const facts = readChapter(slug)
  const { default: Words } = await import(`@/content/learn/${slug}.mdx`)
  const role = chapter.places.at(-1) ?? 'server'
  return (
    <div className="chapter">
      <LearningData data={chapterData(chapter, facts.minutes)} />
      <aside className="rail front" aria-label="The book">
        <div className="rail-top">
          <Brand />
          <SearchLink />
        </div>
        <details className="rail-fold">
          <summary>Contents of the book</summary>
        </details>
        <div className="rail-body">
          <ChapterRail
            chapters={railOf(facts, slug)}
            current={slug}
            sections={withCheck(facts)}
            role={role}
          />
        </div>
      </aside>
      <div className="chapter-main">
        <PlaceBar />
        <header className="chapter-top">
          <SearchLink />
          <ThemeToggle />
        </header>
        <main id="main" className="chapter-text">
          <ChapterHead chapter={chapter} number={at + 1} />
          <Words
            components={chapterParts({ chapter, number: at + 1, facts })}
          />
        </main>
        <ChapterEnd at={at} />
        <TermTexts terms={facts.terms.map((id) => ({ id, ...glossary[id] }))} />
        <TermNotes />
      </div>
    </div>
  )
}

/** Chapters and deep dives under one another; only what is open has parts. */
function railOf(own: ChapterFacts, slug: string) {
  return [...chapters, ...deepDives].map((one, at) => ({
    slug: one.slug,
    number: at + 1,
    title: one.title,
    isOpen: one.isOpen,
    parts: !one.isOpen
      ? 0
      : withCheck(one.slug === slug ? own : readChapter(one.slug)).length,
  }))
}
