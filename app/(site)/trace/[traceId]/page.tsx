import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { sourcesOf } from '@/tracing/sources'
import { fetchTrace } from './fetch-trace'
import { TraceStage } from './trace-stage'
import { TraceSteps } from './trace-steps'
import { Unavailable } from './unavailable'
import './stage.css'
import './steps.css'

type Props = { params: Promise<{ traceId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { traceId } = await params
  return {
    title: `Trace ${traceId.slice(0, 8)}`,
    robots: { index: false },
  }
}

/** A recorded trace: its story, its timeline, and every step laid flat. */
export default async function TracePage({ params }: Props) {
  const { traceId } = await params
  const cookie = (await headers()).get('cookie')
  const fetched = await fetchTrace(traceId, cookie)
  if (fetched.kind === 'missing') notFound()
  return (
    <>
      <SiteHeader />
      <main id="main">
        {fetched.kind === 'found' ? (
          <>
            <TraceStage trace={fetched.trace} />
            <TraceSteps
              trace={fetched.trace}
              sources={await sourcesOf(fetched.trace.spans)}
            />
          </>
        ) : (
          <Unavailable traceId={traceId} fetched={fetched} />
        )}
      </main>
      <SiteFooter />
    </>
  )
}
