import { ScrollGroup } from '@/components/ui/scroll-group'
import type { Visit } from './ask'
import { placeNames, places } from './findings'

/** Every request of this run, the newest last. */
export function VisitLog({ visits }: { visits: readonly Visit[] }) {
  return (
    <ScrollGroup className="keep-scroll" label="Your requests">
      <table className="keep-log">
        <caption className="sr-only">Your requests, the newest last</caption>
        <thead>
          <tr>
            <th scope="col">Request</th>
            <th scope="col">Cookies</th>
            {places.map((place) => (
              <th key={place} scope="col">
                {placeNames[place]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {visits.length === 0 && (
            <tr>
              <td colSpan={5}>None yet.</td>
            </tr>
          )}
          {visits.map((visit, at) => (
            <tr key={at}>
              <th scope="row">{requestOf(visit)}</th>
              {visit.memory ? (
                <>
                  <td>{visit.withCookies ? 'sent' : 'left at home'}</td>
                  {places.map((place) => (
                    <td key={place}>{visit.memory?.[place] ?? '–'}</td>
                  ))}
                </>
              ) : (
                <td colSpan={4}>its thread was ended</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollGroup>
  )
}

function requestOf({ kind, server }: Visit): string {
  if (kind === 'tell') return `Tell ${server}`
  return kind === 'ask' ? `Ask ${server}` : `Restart ${server}`
}
