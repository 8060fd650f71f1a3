'use client'

/* eslint-disable @next/next/no-html-link-for-pages -- a full load is the point */

/**
 * What a page that broke becomes. Every page brings it along, so it brings
 * nothing with it: of the site's header the name, and links that load anew.
 */
export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <>
      <header className="site-header front">
        <a className="brand" href="/">
          Back of House
        </a>
      </header>
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
        <a className="button" href="/">
          Go to the first page
        </a>
      </main>
    </>
  )
}
