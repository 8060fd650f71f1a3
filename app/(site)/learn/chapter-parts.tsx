import type { ComponentProps, ReactNode } from 'react'
import type { MDXComponents } from 'mdx/types'
import { Breaks } from '@/components/prose/breaks'
import { Note } from '@/components/prose/note'
import { Place } from '@/components/prose/place'
import { QuotedCode } from '@/components/prose/quote'
import { Term } from '@/components/prose/term'
import type { Chapter } from '@/content/chapters'
import { figures, type FigureName } from '@/content/figures/figures'
import type { LabName } from '@/labs/labs'
import { quotedCode } from '@/tracing/quotes'
import { ChapterMeta } from './chapter-head'
import { ChapterQuestions } from './checks'
import { LabFigure } from './lab-figure'
import type { ChapterFacts } from './read-chapter'

type Page = { chapter: Chapter; number: number; facts: ChapterFacts }

/** What the words of a chapter may use without importing it. */
export function chapterParts({
  chapter: { slug, places },
  number,
  facts,
}: Page): MDXComponents {
  return {
    h2: (props: ComponentProps<'h2'>) => (
      <Heading {...props} number={number} facts={facts} />
    ),
    Lede: ({ children }: { children: ReactNode }) => (
      <div className="chapter-lede">
        {children}
        <ChapterMeta places={places} facts={facts} />
      </div>
    ),
    Lab: ({ name }: { name: LabName }) => (
      <LabFigure
        name={name}
        mark={`${number}${String.fromCharCode(65 + facts.labs.indexOf(name))}`}
      />
    ),
    Term,
    Place,
    Note,
    Breaks,
    Quote: ({ file, of, caption }: QuoteProps) => (
      <QuotedCode {...quotedCode(file, of)} file={file} caption={caption} />
    ),
    Figure,
    Further: ({ children }: { children: ReactNode }) => (
      <section className="further" aria-labelledby="further">
        <h3 id="further">To read next, outside this house</h3>
        {children}
      </section>
    ),
    Check: () => <ChapterCheck slug={slug} facts={facts} />,
  }
}

type QuoteProps = { file: string; of: string; caption?: string }

function Heading({
  number,
  facts: { sections },
  id,
  children,
}: ComponentProps<'h2'> & { number: number; facts: ChapterFacts }) {
  const at = sections.findIndex((one) => one.id === id)
  return (
    <h2 id={id}>
      <span className="section-number">
        {number}.{at + 1}{' '}
      </span>
      {children}
    </h2>
  )
}

function Figure({
  name,
  caption,
  wide = false,
}: {
  name: FigureName
  caption: string
  wide?: boolean
}) {
  const Drawing = figures[name]
  return (
    <figure className={wide ? 'prose-figure is-wide' : 'prose-figure'}>
      <Drawing />
      <figcaption>{caption}</figcaption>
    </figure>
  )
}

function ChapterCheck({ slug, facts }: { slug: string; facts: ChapterFacts }) {
  const titles = Object.fromEntries(
    facts.sections.map(({ id, title }) => [id, title]),
  )
  return (
    <section className="check" aria-labelledby="check-yourself">
      <h2 id="check-yourself">Check yourself</h2>
      <ChapterQuestions slug={slug} titles={titles} />
    </section>
  )
}
