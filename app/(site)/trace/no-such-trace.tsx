import Link from 'next/link'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'

/** Why there is no trace here, how long there is one, and the way out. */
export function NoSuchTrace() {
  return (
    <>
      <SiteHeader />
      <main className="plain-page" id="main">
        <h1>No such trace</h1>
        <p>
          Nothing is kept under this id in your sandbox. Traces live as long as
          their sandbox, which is a day after its last use, and of each sandbox
          the newest 200 are kept. So this one was cleared, or replaced by newer
          ones, or it belongs to another browser, or the id has a slip in it.
        </p>
        <p>
          An order makes a new one: some forty spans, recorded while you wait.
        </p>
        <Link className="button button-solid" href="/plateful">
          Order something
        </Link>
        <Link className="button" href="/">
          Go to the first page
        </Link>
      </main>
      <SiteFooter />
    </>
  )
}
