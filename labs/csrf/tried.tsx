import type { Result } from './use-forgery'
import { fateWords } from './verdict'
import { cookieWords, wayWords } from './words'

/** What was tried, and what CORS had to do with it. */
export function Tried({ results }: { results: readonly Result[] }) {
  return (
    <div className="csrf-tried">
      {results.length > 0 ? (
        <table className="lab-table">
          <caption>What came of each</caption>
          <thead>
            <tr>
              <th scope="col">page</th>
              <th scope="col">cookie</th>
              <th scope="col">trusting twin</th>
              <th scope="col">guarded door</th>
            </tr>
          </thead>
          <tbody>
            {results.map(({ way, sameSite, doors }) => (
              <tr key={`${way} ${sameSite}`}>
                <th scope="row">{wayWords[way].name}</th>
                <td>{cookieWords[sameSite]}</td>
                <td>{fateWords(doors.trusting)}</td>
                <td>{fateWords(doors.guarded)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="lab-note">
          What you try is kept here. Find out what the cookie alone can stop,
          and what is left for the server to do.
        </p>
      )}
      <div>
        <h3>CORS does not protect the server</h3>
        <p className="lab-note">
          CORS is how a server <em>allows</em> pages of other sites to read its
          answers. Where it says nothing, a browser keeps the answer back from
          the page, and by then the request has arrived and was carried out. It
          asks first only for requests that no form could send, such as JSON,
          and a program that is no browser asks nobody. What protects the server
          is what it does itself: a cookie that stays at home, and one look at
          where a request began.
        </p>
      </div>
    </div>
  )
}
