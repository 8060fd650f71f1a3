import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { ChooseTraces } from '@/components/trace/compare/choose-traces'
import { Compare } from '@/components/trace/compare/compare'
import type { Side } from '@/components/trace/compare/side'
import type { Params } from '@/components/trace/replay/address'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { fetchTrace, type FetchedTrace } from '../trace/fetch-trace'
import { nameOf } from '../trace/name-of'
import { Unavailable } from '../trace/unavailable'
import './compare-page.css'

type Props = { searchParams: Promise<Params> }

export const metadata: Metadata = {
  title: 'Compare two traces',
  robots: { index: false, follow: false },
}

/** Two traces side by side: the reader's own, or shared ones, in any mixture. */
export default async function ComparePage({ searchParams }: Props) {
  const asked = await searchParams
  const [a, b] = [wordIn(asked, 'a'), wordIn(asked, 'b')]
  if (!a || !b) return <Choose a={a ?? ''} b={b ?? ''} />

  const cookie = (await headers()).get('cookie')
  const fetched = await Promise.all([
    fetchTrace(a, cookie),
    fetchTrace(b, cookie),
  ])
  const bad = fetched.find(({ kind }) => kind !== 'found')
  if (bad?.kind === 'missing') notFound()
  if (bad?.kind === 'wait' || bad?.kind === 'unwell') {
    const href = `/compare?${new URLSearchParams({ a, b })}`
    return (
      <>
        <SiteHeader />
        <main id="main">
          <Unavailable href={href} fetched={bad} />
        </main>
        <SiteFooter />
      </>
    )
  }
  const sides = fetched.map((one, at) => sideOf(at === 0 ? a : b, one))
  const [inA = notFound(), inB = notFound()] = sides.flatMap((one) => one ?? [])
  return (
    <>
      <main id="main">
        <Compare a={inA} b={inB} row={rowIn(asked)} />
      </main>
      <SiteFooter />
    </>
  )
}

function sideOf(id: string, fetched: FetchedTrace): Side | null {
  if (fetched.kind !== 'found') return null
  const { trace, sharedAt } = fetched
  return {
    id,
    spans: trace.spans,
    name: nameOf(trace),
    isCut: trace.truncated,
    isShared: sharedAt !== null,
  }
}

function wordIn(asked: Params, name: string): string | null {
  const value = asked[name]
  return typeof value === 'string' && value !== '' ? value : null
}

function rowIn(asked: Params): number | null {
  const row = Number(wordIn(asked, 'row') ?? NaN)
  return Number.isInteger(row) && row > 0 ? row : null
}

function Choose({ a, b }: { a: string; b: string }) {
  return (
    <>
      <SiteHeader />
      <main className="choose front" id="main">
        <h1>Compare two traces.</h1>
        <p>
          The same order with a fault and without, or any two that you can open:
          their steps are laid side by side, and what is added, missing, slower
          or done again is marked. An id stands in the address of every replay.
        </p>
        <ChooseTraces a={a} b={b} />
      </main>
      <SiteFooter />
    </>
  )
}
