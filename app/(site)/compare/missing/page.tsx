import type { Metadata } from 'next'
import Link from 'next/link'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'

export const metadata: Metadata = {
  title: 'One of the two is not here',
  robots: { index: false, follow: false },
}

/** What proxy.ts answers when one of the two traces cannot be read. */
export default function NothingToCompare() {
  return (
    <>
      <SiteHeader />
      <main className="plain-page" id="main">
        <h1>One of the two is not here</h1>
        <p>
          To be compared, both traces have to be your own or shared. One of them
          was cleared with its sandbox or taken back, or belongs to another
          browser, or its id has a slip in it.
        </p>
        <Link className="button button-solid" href="/compare" prefetch={false}>
          Choose two others
        </Link>
        <Link className="button" href="/">
          Go to the first page
        </Link>
      </main>
      <SiteFooter />
    </>
  )
}
