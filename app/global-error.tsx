'use client'

import './globals.css'

/** The last resort: it stands in for the layout too. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="front">
        <main className="plain-page" id="main">
          <h1>The whole page broke</h1>
          <p>
            Something went wrong before the page could be put together. Orders
            that were confirmed are safe in the database.
          </p>
          <button className="button button-solid" type="button" onClick={reset}>
            Try again
          </button>
          {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- a full load is the point */}
          <a className="button" href="/">
            Load the first page
          </a>
        </main>
      </body>
    </html>
  )
}
