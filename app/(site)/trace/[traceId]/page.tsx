import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { PlaceBar } from '@/components/members/place-bar'
import type { Params } from '@/components/trace/replay/address'
import { LiveReplay } from '@/components/trace/replay/live-replay'
import { TravelButton } from '@/components/trace/travel/travel-button'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { fetchTrace } from '../fetch-trace'
import { replayProps } from '../replay-props'
import { Unavailable } from '../unavailable'
import '@/components/trace/replay/replay-page.css'

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
          <Unavailable href={`/trace/${traceId}`} fetched={fetched} />
        </main>
        <SiteFooter />
      </>
    )
  }
  const { trace } = fetched
  return (
    <>
      <PlaceBar />
      <main id="main">
        <LiveReplay
          {...await replayProps(trace, searchParams)}
          kind="live"
          actions={<TravelButton traceId={trace.traceId} />}
        />
      </main>
      <SiteFooter />
    </>
  )
}
