import type { SessionCookie } from '@/contracts/jwt-lab'

/** A signed token can be read by anybody; an encrypted one by nobody else. */
export function Sealed({
  cookie,
  token,
  isBusy,
  onLook,
}: {
  cookie: SessionCookie | null
  /** The reader’s claims as v4.local; empty before there is a token. */
  token: string
  isBusy: boolean
  onLook: () => void
}) {
  return (
    <section className="jwt-sealed" aria-label="Signed, or encrypted">
      <h3>Signed is not encrypted</h3>
      <div className="jwt-two">
        <div>
          <h4>The API token above: signed</h4>
          <p className="lab-note">
            Everybody can read it, and nobody but this site can change it. So
            nothing that is secret may stand in it, as a JWT or as a PASETO of
            the kind <code>public</code>.
          </p>
        </div>
        <div>
          <h4>
            The same claims as <code>v4.local</code>: encrypted
          </h4>
          <p className="lab-note">
            A PASETO of the other kind. This server has the only key, no door
            takes it for a token, and its payload is noise to everybody else.
          </p>
          {token && <p className="jwt-cipher">{token}</p>}
        </div>
        <div>
          <h4>The cookie of a sign-in here: encrypted</h4>
          {cookie ? <Told cookie={cookie} /> : <Unseen />}
          <button
            type="button"
            className="button"
            disabled={isBusy}
            onClick={onLook}
          >
            {cookie ? 'Look again' : 'Look at my session cookie'}
          </button>
        </div>
      </div>
    </section>
  )
}

function Unseen() {
  return (
    <p className="lab-note">
      The sign-in library keeps its session as an encrypted JWT, in a cookie
      that no script can read. Its door tells how long it is, and not what it
      is.
    </p>
  )
}

const names = ['header', 'key', 'nonce', 'ciphertext', 'tag']

function Told({ cookie: { name, found } }: { cookie: SessionCookie }) {
  if (!found)
    return (
      <p className="lab-note">
        Your browser sent no cookie of this name, <code>{name}</code>: you are
        not signed in, or this lab stands in a frame of another site.{' '}
        <a href="/account">Sign in</a>, with any name you like, and look again.
      </p>
    )
  return (
    <>
      <p className="lab-note">
        Your cookie <code>{name}</code> has{' '}
        <b className="num">{found.characters}</b> characters and ends in{' '}
        <code>{found.masked}</code>. It can be taken apart as well, and only its
        header can be read: <code>{found.header}</code>. What is in it, not even
        you can see.
      </p>
      <dl className="jwt-lengths">
        {found.parts.map((characters, at) => (
          <div key={at}>
            <dt>{names[at] ?? 'more'}</dt>
            <dd className="num">{characters}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
