'use client'

import Link from 'next/link'
import { SiteHeader } from '@/components/ui/site-header'

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <>
      <SiteHeader />
      <main className="plain-page" id="main">
        <h1>This page broke</h1>
        <p>
          Something in this page went wrong while it was being shown. Orders
          that were confirmed are safe: they are in the database, not in this
          page.
        </p>
        <button className="button button-solid" type="button" onClick={reset}>
          Try again
        </button>
        <Link className="button" href="/">
          Go to the first page
        </Link>
      </main>
    </>
  )
}
