import { JoinForm } from '@/components/members/join-form'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../page-metadata'
import './join.css'

export const metadata = pageMetadata({
  title: 'Join',
  description:
    'Type the code that somebody gave you, and play a part in their sandbox: guest, kitchen or courier.',
  path: '/join',
})

/** A phone, or a class, comes into a sandbox that somebody else opened. */
export default function JoinPage() {
  return (
    <>
      <SiteHeader />
      <main className="join" id="main">
        <div className="join-front">
          <h1>Join somebody’s kitchen</h1>
          <p className="join-lede">
            Whoever opened it has a code for you, on a ticket or on the wall.
          </p>
          <JoinForm />
          <noscript>
            <p className="join-note">
              This form asks the backend, and that needs JavaScript. From a
              terminal a code works as well: send it to{' '}
              <code>POST /api/joins</code>.
            </p>
          </noscript>
        </div>
        <div className="join-pass pass" aria-hidden="true">
          <span className="caps">The pass</span>
        </div>
        <section className="join-back back" aria-labelledby="join-back-name">
          <h2 id="join-back-name">What the backend does with it</h2>
          <ol>
            <li>
              <b>The code is hashed.</b> The database keeps its SHA-256 and not
              the code, so a stolen copy of the table opens nothing.
            </li>
            <li>
              <b>One seat is taken.</b> The statement that finds the code counts
              its seats down as well, so the last seat is taken once, however
              many try.
            </li>
            <li>
              <b>You get a token.</b> It names the sandbox and you, and is
              signed. This browser keeps it in a cookie that no script can read.
            </li>
            <li>
              <b>Every request is held to your part.</b> A cook who presses
              “delivered” is refused with 403.
            </li>
            <li>
              <b>It can be taken back.</b> Whoever opened the sandbox can show
              you out, and the next request is 401.
            </li>
          </ol>
          <p>
            A code travels in the part of a link after the #. Browsers keep that
            to themselves: no server, proxy or log on the way sees it.
          </p>
        </section>
      </main>
      <SiteFooter />
    </>
  )
}
