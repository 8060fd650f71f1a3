import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { problems, type ProblemSlug } from '@/contracts/problems'
import { Icon } from '@/components/ui/icon'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../../page-metadata'
import { chapterOf } from '../chapter-of'
import { documentOf, isSlug, reasons, slugs } from '../document-of'
import { examples } from '../examples'
import '../problems.css'

type Props = { params: Promise<{ slug: string }> }

/** No other problems than those of the contract, so no other pages. */
export const dynamicParams = false

export function generateStaticParams() {
  return slugs.map((slug) => ({ slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params
  if (!isSlug(slug)) return {}
  const { title, help } = problems[slug]
  return pageMetadata({ title, description: help, path: `/problems/${slug}` })
}

/** What a problem means and what to do, and the document that carries it. */
export default async function ProblemPage({ params }: Props) {
  const { slug } = await params
  if (!isSlug(slug)) notFound()
  const { status, title, help } = problems[slug]
  const { way } = examples[slug]
  return (
    <>
      <SiteHeader />
      <main className="problem" id="main">
        <div className="problem-front front">
          <p className="caps">Problem {status}</p>
          <h1>{title}</h1>
          <p className="problem-help">{help}</p>
          <p className="problem-ways">
            <Link className="button button-solid" href={way.href}>
              {way.label}
              <Icon name="arrow-right" size={15} />
            </Link>
            <Link className="button" href="/problems">
              All problems
            </Link>
          </p>
          <ExplainedIn slug={slug} />
        </div>
        <div className="problem-pass caps" aria-hidden="true">
          <span>The pass</span>
        </div>
        <div className="problem-back back">
          <ProblemReply slug={slug} />
        </div>
      </main>
      <SiteFooter />
    </>
  )
}

/** A chapter is linked once it can be read. */
function ExplainedIn({ slug }: { slug: ProblemSlug }) {
  const { name, href } = chapterOf(slug)
  return (
    <p className="problem-chapter">
      {href ? (
        <>
          Explained in <Link href={href}>{name}</Link>
        </>
      ) : (
        `To be explained in ${name}, which is being written`
      )}
      .
    </p>
  )
}

/** The reply as it crosses the pass: a refused ticket, on red paper. */
function ProblemReply({ slug }: { slug: ProblemSlug }) {
  const { status } = problems[slug]
  const { request, headers = {} } = examples[slug]
  const fields = { 'Content-Type': 'application/problem+json', ...headers }
  return (
    <figure className="problem-ticket">
      <div className="ticket r-fail">
        <div className="ticket-sheet">
          <p className="ticket-head">
            <span>
              <Icon name="arrow-left" size={12} />
              Response
            </span>
            <span>an example</span>
          </p>
          <p className="ticket-line">
            {status} {reasons[status]}
          </p>
          <dl>
            {Object.entries(fields).map(([name, value]) => (
              <div key={name}>
                <dt>{name.toLowerCase()}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <hr />
          <pre>{JSON.stringify(documentOf(slug), null, 2)}</pre>
        </div>
      </div>
      <figcaption>
        What <code>{request}</code> is answered with. The members are those of
        RFC 9457; <code>traceId</code> names the trace of that request.
      </figcaption>
    </figure>
  )
}
