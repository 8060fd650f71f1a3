import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DemoLabel } from '@/components/ui/demo-label'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { isLab, labs, type LabName } from '@/labs/labs'
import { pageMetadata } from '../../page-metadata'
import { EmbedNote } from '../embed-note'
import { RecordedLab } from '../recorded/recorded-lab'
import { isWhole, shownLabs } from '../shown-labs'
import '../lab-page.css'

type Props = { params: Promise<{ lab: string }> }

export const dynamicParams = false

export function generateStaticParams() {
  return Object.keys(labs).map((lab) => ({ lab }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lab } = await params
  if (!isLab(lab)) return {}
  const { title, line } = labs[lab]
  return pageMetadata({
    title,
    description: line,
    path: `/labs/${lab}`,
    card: `labs/${lab}`,
  })
}

/** One lab on its own. */
export default async function LabPage({ params }: Props) {
  const { lab } = await params
  if (!isLab(lab)) notFound()
  const { title } = labs[lab]
  return (
    <>
      {!isWhole(lab) && <SiteHeader current="/labs" />}
      <main id="main">
        {!isWhole(lab) && <LabHead {...labs[lab]} />}
        <RecordedLab lab={lab} />
        {shownLabs[lab]}
        <EmbedNote lab={lab} title={title} />
      </main>
      <SiteFooter />
    </>
  )
}

function LabHead({ title, line, kind }: (typeof labs)[LabName]) {
  return (
    <>
      <header className="front lab-head">
        <DemoLabel kind={kind} />
        <h1>{title}</h1>
        <p>{line}</p>
      </header>
      <h2 className="sr-only">The lab</h2>
    </>
  )
}
