import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import type { Params } from '@/components/trace/replay/address'
import { Replay } from '@/components/trace/replay/replay'
import { TravelButton } from '@/components/trace/travel/travel-button'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { fetchTrace } from '../../trace/fetch-trace'
import { replayProps } from '../../trace/replay-props'
import { Unavailable } from '../../trace/unavailable'
import '@/components/trace/replay/replay-page.css'

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Params>
}

/** For whoever has the link, and for no catalogue. */
export const metadata: Metadata = {
  title: 'A shared replay',
  robots: { index: false, follow: false },
}

/** A copy of somebody's trace, opened at the step that they meant. */
export default async function SharedPage({ params, searchParams }: Props) {
  const { id } = await params
  const cookie = (await headers()).get('cookie')
  const fetched = id.startsWith('shr_')
    ? await fetchTrace(id, cookie)
    : notFound()
  if (fetched.kind === 'missing') notFound()
  if (fetched.kind !== 'found' || fetched.sharedAt === null) {
    return (
      <>
        <SiteHeader />
        <main id="main">
          {fetched.kind !== 'found' && (
            <Unavailable href={`/shared/${id}`} fetched={fetched} />
          )}
        </main>
        <SiteFooter />
      </>
    )
  }
  const { trace, sharedAt } = fetched
  return (
    <>
      <main id="main">
        <Replay
          {...await replayProps(trace, searchParams)}
          kind="recorded"
          about={`Shared on ${dateOf(sharedAt)}: a copy of what somebody recorded here. It can be read, and changed by nobody.`}
          actions={<TravelButton traceId={trace.traceId} shareId={id} />}
        />
      </main>
      <SiteFooter />
    </>
  )
}

function dateOf(time: string): string {
  return new Date(time).toLocaleDateString('en-GB', {
    dateStyle: 'long',
    timeZone: 'UTC',
  })
}
