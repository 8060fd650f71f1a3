import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { Trace } from '@/contracts/trace'
import { readAddress, type Params } from '@/components/trace/replay/address'
import { LiveReplay } from '@/components/trace/replay/live-replay'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { sourcesOf } from '@/tracing/sources'
import { fetchTrace } from './fetch-trace'
import { stepNotes } from './step-notes'
import { Unavailable } from './unavailable'
import '@/components/trace/replay/replay.css'
import '@/components/trace/replay/panes.css'
import '@/components/trace/replay/small.css'

type Props = {
  params: Promise<{ traceId: string }>
  searchParams: Promise<Params>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { traceId } = await params
  return {
    title: `Replay of trace ${traceId.slice(0, 8)}`,
    robots: { index: false },
  }
}

/** A recorded trace, opened at the step, the view and the span of its address. */
export default async function TracePage({ params, searchParams }: Props) {
  const { traceId } = await params
  const cookie = (await headers()).get('cookie')
  const fetched = await fetchTrace(traceId, cookie)
  if (fetched.kind === 'missing') notFound()
  if (fetched.kind !== 'found') {
    return (
      <>
        <SiteHeader />
        <main id="main">
          <Unavailable traceId={traceId} fetched={fetched} />
        </main>
        <SiteFooter />
      </>
    )
  }
  const { trace } = fetched
  return (
    <>
      <main id="main">
        <LiveReplay
          traceId={trace.traceId}
          spans={trace.spans}
          isCut={trace.truncated}
          address={readAddress(await searchParams)}
          sources={await sourcesOf(trace.spans)}
          notes={stepNotes()}
          name={nameOf(trace)}
          kind="live"
        />
      </main>
      <SiteFooter />
    </>
  )
}

/** What the trace is of: the order that was placed, or the request that came. */
function nameOf({ spans }: Trace): string {
  const opening = spans.find(
    ({ kind, service }) => kind === 'server' && service === 'plateful',
  )
  if (!opening) return 'A trace'
  const isOrder = opening.name === 'POST /api/orders'
  return isOrder ? 'Place order' : opening.name
}
