import { RefusingCode } from './refusing-code'
import { otherDoor } from './send-token'
import type { Result } from './use-tokens'
import { statusOf } from './verdict'

/** What the doors said to the token, and the line that decided it. */
export function Answer({
  result,
  isBusy,
}: {
  result: Result | null
  isBusy: boolean
}) {
  if (!result)
    return (
      <p className="lab-trace-rest">
        {isBusy
          ? 'The token is on its way.'
          : 'What a door answers to this token will stand here.'}
      </p>
    )
  const { token, verdict } = result
  return (
    <>
      <section className="jwt-answer" aria-label="What a door answered">
        <h3>
          {verdict.isGood ? 'Let in' : 'Refused'}: {statusOf(result)}
        </h3>
        <pre className="jwt-wire r-network">
          GET {otherDoor}
          {'\n'}
          authorization: Bearer {shortened(token)}
        </pre>
        <pre
          className={verdict.isGood ? 'jwt-wire r-service' : 'jwt-wire r-fail'}
        >
          {verdict.reply.startLine}
          {'\n'}
          {fieldsOf(result).map(([name, value]) => `${name}: ${value}\n`)}
          {'\n'}
          {bodyOf(result)}
        </pre>
      </section>
      <RefusingCode result={result} />
    </>
  )
}

/** The middle of a long token tells nothing that is not shown above. */
function shortened(token: string): string {
  return token.length > 72
    ? `${token.slice(0, 44)} … ${token.slice(-20)}`
    : token
}

const told = ['www-authenticate', 'content-type']

function fieldsOf({ verdict }: Result) {
  return verdict.reply.headers.filter(([name]) => told.includes(name))
}

/** The members of it that say something of the token. */
function bodyOf({ verdict }: Result): string {
  try {
    const body: unknown = JSON.parse(verdict.reply.body ?? '')
    return JSON.stringify(body, null, 2)
  } catch {
    return verdict.reply.body ?? ''
  }
}
