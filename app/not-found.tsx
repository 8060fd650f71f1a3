import type { Metadata } from 'next'
import Link from 'next/link'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'

export const metadata: Metadata = { title: 'Nothing at this address' }

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <main className="plain-page" id="main">
        <h1>Nothing at this address</h1>
        <p>
          The server looked, found no page here, and said 404. The address may
          be mistyped, or what it named may have been cleared: sandboxes are
          kept for a day after their last use.
        </p>
        <Link className="button button-solid" href="/">
          Go to the first page
        </Link>
        <Link className="button" href="/learn">
          The book
        </Link>
      </main>
      <SiteFooter />
    </>
  )
}
