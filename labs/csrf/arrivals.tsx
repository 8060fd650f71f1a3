import { CodeThatRan } from '@/components/lab/code-that-ran'
import { SpansOfTrace } from '@/components/lab/lab-trace'
import { TwoOutcomes } from '@/components/lab/two-outcomes'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { ownEmail } from '@/contracts/csrf-choices'
import type { Experiment } from '@/contracts/csrf-lab'
import type { Result } from './use-forgery'
import { fateOf, fateWords } from './verdict'

/** What arrived at the two doors, and the line that one of them has more. */
export function Arrivals({ result }: { result: Result | null }) {
  if (!result)
    return (
      <p className="lab-trace-rest">
        What arrives at the server stands here: the fields as the browser wrote
        them, and what each door made of it.
      </p>
    )
  const { trusting, guarded } = result.doors
  const isForged = result.way !== 'own'
  return (
    <div className="lab-stack">
      <TwoOutcomes
        label="The same request at two doors"
        naive={{
          title: 'The trusting twin',
          isBroken: isForged && fateOf(trusting) === 'done',
          children: <Arrival experiment={trusting} />,
        }}
        sound={{
          title: 'The guarded door',
          isBroken: isForged && fateOf(guarded) === 'done',
          children: <Arrival experiment={guarded} />,
        }}
      />
      {isForged && (
        <p className="lab-note">
          The real door, <code>/api/orders</code>, got the same request with
          your real session at stake.{' '}
          {result.hasOrdered
            ? 'An order has come of it.'
            : 'No order has come of it: its cookie is Lax, and the same line stands before it.'}
        </p>
      )}
      <Guard key={guarded.traceId} experiment={guarded} />
    </div>
  )
}

function Arrival({ experiment }: { experiment: Experiment }) {
  const { arrived, email } = experiment
  return (
    <>
      <pre className="csrf-wire r-network">
        {arrived
          ? arrived.map(([name, value]) => `${name}: ${value}\n`)
          : 'Nothing arrived.'}
      </pre>
      <dl className="csrf-fate">
        <dt>answered</dt>
        <dd>{fateWords(experiment)}</dd>
        <dt>address</dt>
        <dd>{email ?? ownEmail}</dd>
      </dl>
    </>
  )
}

/** The line that refused, as it ran. */
function Guard({ experiment: { traceId } }: { experiment: Experiment }) {
  const spans = useTraceSpans(traceId)
  const step = spans.find(({ name }) => name === 'see which site sent it')
  const isRefused = step?.status.code === 'error'
  return (
    <>
      {step?.code && (
        <div className={isRefused ? 'csrf-guard r-fail' : 'csrf-guard r-auth'}>
          <h4>
            {isRefused
              ? 'The line that refused it, before every real door'
              : 'The line that let it pass'}
          </h4>
          <CodeThatRan code={step.code} isDecisive={isGuardLine} />
        </div>
      )}
      <SpansOfTrace
        traceId={traceId}
        spans={spans}
        title="At the guarded door"
        maxRows={10}
      />
    </>
  )
}

/** By this line a request of another site is told, and nothing else. */
export function isGuardLine(line: string): boolean {
  return /if \(isFromElsewhere\(request\)\)/.test(line)
}
