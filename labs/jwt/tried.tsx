import { tokenDeeds, tokenFormats } from '@/contracts/jwt-lab-choices'
import { isAlike, untried, type Result, type Tokens } from './use-tokens'
import { statusOf } from './verdict'
import { deedWords, formatNames, type Deed } from './words'

/** Both formats side by side: each deed, and what came of it. */
export function Tried({ tokens }: { tokens: Tokens }) {
  const { results, busy, parts, sendAll } = tokens
  const left = untried(results).length
  const deeds: Deed[] = [...tokenDeeds, 'by-hand']
  const shown = deeds.filter((deed) =>
    results.some((result) => result.deed === deed),
  )
  return (
    <section className="jwt-tried" aria-label="The same deeds in both formats">
      {shown.length === 0 ? (
        <p className="lab-note">
          What a door answered is kept here, a JWT beside the same claims as a
          PASETO. Find a token that is let in and is not yours: it would be a
          hole in this site.
        </p>
      ) : (
        <table className="lab-table">
          <caption>What a door answered</caption>
          <thead>
            <tr>
              <th scope="col">the token</th>
              {tokenFormats.map((format) => (
                <th key={format} scope="col">
                  {formatNames[format]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((deed) => (
              <tr key={deed}>
                <th scope="row">
                  {deed === 'by-hand' ? 'Edited by hand' : deedWords[deed].name}
                </th>
                {tokenFormats.map((format) => (
                  <td key={format}>
                    {cellOf(
                      results.find((one) => isAlike(one, { format, deed })),
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {parts && left > 0 && (
        <button
          type="button"
          className="button"
          disabled={busy !== null}
          onClick={() => void sendAll()}
        >
          {busy === 'trying all'
            ? `${left} to go`
            : `Send the other ${left} as well`}
        </button>
      )}
    </section>
  )
}

function cellOf(result: Result | undefined): string {
  if (!result) return 'not sent'
  const { reason } = result.verdict
  return reason ? `${statusOf(result)}, ${by[reason]}` : `${statusOf(result)}`
}

const by = {
  form: 'by its form',
  algorithm: 'by its algorithm or kind',
  signature: 'by its signature',
  type: 'by its type',
  audience: 'by its audience',
  claim: 'by what it lacks',
  early: 'by the clock',
  expired: 'by the clock',
}
