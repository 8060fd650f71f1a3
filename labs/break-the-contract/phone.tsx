import type { Release } from './release'
import { isWellShown, wrongLines } from './verdict'

/** The screen of the phone, and what it should have shown. */
export function Phone({ came }: { came: Release | null }) {
  return (
    <section className="pact-phone" aria-label="The phone of March">
      <h4>The phone of March</h4>
      {came ? <Shown came={came} /> : <p>It has not ordered yet.</p>}
    </section>
  )
}

function Shown({ came }: { came: Release }) {
  const { phone, meant, status } = came
  const wrong = wrongLines(came)
  return (
    <>
      {phone.error === null ? (
        <ul className="pact-screen">
          {phone.lines.map((line) => (
            <li key={line}>
              {wrong.includes(line) ? (
                <mark className="r-fail">{line}</mark>
              ) : (
                line
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p className="pact-screen pact-blank r-fail">
          The screen stays empty. The program ended with: {phone.error}
        </p>
      )}
      <p className="lab-note">
        {status === 201
          ? 'The order itself is right, and stands in your sandbox.'
          : `The door answered ${status}: nothing was ordered.`}
      </p>
      {meant && !isWellShown(came) && (
        <details className="pact-meant">
          <summary>What it should show</summary>
          <ul>
            {meant.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
