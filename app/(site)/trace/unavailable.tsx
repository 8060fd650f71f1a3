import Link from 'next/link'
import type { FetchedTrace } from './fetch-trace'

/** The trace is not lost: only its store cannot answer now. */
export function Unavailable({
  href,
  fetched,
}: {
  href: string
  fetched: Extract<FetchedTrace, { kind: 'wait' | 'unwell' }>
}) {
  const isBusy = fetched.kind === 'wait'
  return (
    <div className="plain-page">
      <h1>{isBusy ? 'One moment' : 'The trace store does not answer'}</h1>
      <p>
        {isBusy
          ? `Too much was asked of the server at once. It takes questions again in about ${fetched.seconds} s, and the trace will still be there.`
          : 'The page is here, the trace behind it could not be read. The server may be starting, or its database may be out of reach. Nothing is lost by that.'}
      </p>
      <Link className="button button-solid" href={href} prefetch={false}>
        Ask again
      </Link>
      <Link className="button" href="/plateful">
        Go to Plateful
      </Link>
    </div>
  )
}
