import { AccountPanel } from '@/components/account/account-panel'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../page-metadata'
import './account.css'

export const metadata = pageMetadata({
  title: 'Account',
  description:
    'Sign in and keep your orders, your traces and what you have read. Any name serves, and nothing is ever sent.',
  path: '/account',
})

/** Sign in, sign out, and be forgotten. */
export default function AccountPage() {
  return (
    <>
      <SiteHeader current="/account" />
      <main className="account" id="main">
        <div className="account-front">
          <h1>Your account</h1>
          <p className="account-lede">
            Everything here works without one. With an account you find your
            orders, your traces and what you have read again: by the provider in
            this browser, by a password in any. What you have now comes along.
          </p>
          <AccountPanel />
          <noscript>
            <p className="account-hint">
              This page asks the backend, and that needs JavaScript. The form of
              the identity provider does without it.
            </p>
          </noscript>
        </div>
        <div className="account-pass pass" aria-hidden="true">
          <span className="caps">The pass</span>
        </div>
        <section className="account-back back" aria-labelledby="account-back">
          <h2 id="account-back">What the backend does with it</h2>
          <ol>
            <li>
              <b>The provider vouches.</b> It sends a code by the browser, and
              the tokens for it from server to server. The code is good once,
              for a minute, and only for whoever began.
            </li>
            <li>
              <b>A password is never kept.</b> What is kept is a salted hash by
              scrypt, slow on purpose. The 3,000 most usual ones are refused.
            </li>
            <li>
              <b>Your sandbox moves in.</b> What you ordered before is moved to
              the sandbox of your account, and the old one is gone.
            </li>
            <li>
              <b>A session is a row.</b> The cookie names it. Signing out
              removes it, and a copy of the cookie opens nothing.
            </li>
            <li>
              <b>Nothing is ever sent.</b> No e-mail leaves this server, so any
              name serves as an address, and a lost password stays lost.
            </li>
          </ol>
        </section>
      </main>
      <SiteFooter />
    </>
  )
}
