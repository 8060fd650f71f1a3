import type { Metadata } from 'next'
import Link from 'next/link'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'

export const metadata: Metadata = {
  title: 'Nothing is shared here',
  robots: { index: false, follow: false },
}

/** What proxy.ts answers for a share that is not there, or not any more. */
export default function NothingShared() {
  return (
    <>
      <SiteHeader />
      <main className="plain-page" id="main">
        <h1>Nothing is shared here</h1>
        <p>
          A trace was shared under this address and taken back by the one who
          did, or nobody has looked at it for three months and it was cleared,
          or the link has a slip in it. From outside all three look the same.
        </p>
        <p>A trace of your own is one press away.</p>
        <Link className="button button-solid" href="/">
          Press the button
        </Link>
        <Link className="button" href="/trace">
          Replay a file
        </Link>
      </main>
      <SiteFooter />
    </>
  )
}
