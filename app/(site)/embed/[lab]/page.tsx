import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DemoLabel } from '@/components/ui/demo-label'
import { Icon } from '@/components/ui/icon'
import { isLab, labs } from '@/labs/labs'
import { pageMetadata } from '../../page-metadata'
import { isWhole, shownLabs } from '../../labs/shown-labs'
import { LinksOutOfTheFrame } from '../links-out-of-the-frame'
import '../../labs/lab-page.css'
import '../embed.css'

type Props = { params: Promise<{ lab: string }> }

export const dynamicParams = false

export function generateStaticParams() {
  return Object.keys(labs).map((lab) => ({ lab }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lab } = await params
  if (!isLab(lab)) return {}
  const { title, line } = labs[lab]
  const path = `/labs/${lab}`
  return {
    ...pageMetadata({ title, description: line, path, card: `labs/${lab}` }),
    robots: { index: false },
  }
}

/**
 * One lab for the frame of another site. Its address is `/labs/<lab>?embed`
 * (proxy.ts): the lab, and one line that says where it comes from.
 */
export default async function EmbeddedLab({ params }: Props) {
  const { lab } = await params
  if (!isLab(lab)) notFound()
  const { title, kind } = labs[lab]
  return (
    <div className="embedded">
      <main id="main">
        {!isWhole(lab) && (
          <header className="front embedded-head">
            <DemoLabel kind={kind} />
            <h1>{title}</h1>
          </header>
        )}
        {!isWhole(lab) && <h2 className="sr-only">The lab</h2>}
        {shownLabs[lab]}
      </main>
      <footer className="front embedded-foot">
        <p>
          A lab of <b>Back of House</b>
        </p>
        <LinksOutOfTheFrame />
        <a className="button" href={`/labs/${lab}`} target="_blank">
          Open in full
          <Icon name="arrow-right" size={15} />
        </a>
      </footer>
    </div>
  )
}
