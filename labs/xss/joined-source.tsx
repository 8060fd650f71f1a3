import type { JoinedPage } from '@/contracts/xss-lab'
import { scrollable } from '@/components/trace/inspector-parts'

/** The joined page as it left the server; what the guest typed is marked. */
export function JoinedSource({ told }: { told: JoinedPage | null }) {
  return (
    <div className="xss-source">
      <h3>The page that was joined out of strings</h3>
      {told ? (
        <>
          <pre className="xss-code r-server" {...scrollable('The joined page')}>
            {marked(told)}
          </pre>
          <p className="lab-note">
            The row in the database is the same for all three pages, and is not
            what went wrong. What is marked was text there, and is markup here:
            no browser can tell who wrote which line.
          </p>
        </>
      ) : (
        <p className="lab-trace-rest">
          The server has not joined any page yet.
        </p>
      )}
    </div>
  )
}

/** Without the rules for its looks, which are the same each time. */
function marked({ page, text }: JoinedPage) {
  const shown = page.replace(/<style>[^]*?<\/style>\n/, '')
  const at = shown.lastIndexOf(text)
  return (
    <>
      {shown.slice(0, at)}
      <mark>{text}</mark>
      {shown.slice(at + text.length)}
    </>
  )
}
