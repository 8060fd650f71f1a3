import { figuresOf } from './figures'
import type { Runs } from './use-measure'

/** The page's own limit, what is measured, and what is different elsewhere. */
export function Beside({ runs }: { runs: Runs }) {
  return (
    <div className="waiter-beside">
      <section>
        <h3>The page has a queue of its own</h3>
        <p>
          Over HTTP/1.1 a browser opens six connections to a host, and sends one
          request at a time on each. The seventh request waits in the page,
          before any server has heard of it; over HTTP/2 all of them share one
          connection and leave at once. <span>{protocolWords(runs)}</span>
        </p>
        <p>
          When a request was asked for and when it left is told by the browser’s
          own measurement (Resource Timing); how long it was worked on, by the
          server. What is left between the two is waiting in the server, and the
          way there and back.
        </p>
        <p>
          The bystander asks for the time, again as soon as it was answered,
          with a high priority: it is next in line for a connection, and its
          clock starts when its request leaves.
        </p>
      </section>
      <section>
        <h3>What async does, and what it does not</h3>
        <p>
          All three handlers are async functions, and all three are awaited. At
          an <code>await</code> the thread may go on with somebody else, if
          there is something to wait for. Computing is nothing to wait for: it
          needs the thread itself, so it goes one by one, and no keyword makes
          it faster.
        </p>
        <p>
          Another thread leaves the main one free. It does not make the work
          less: two threads do two at a time where the machine has two cores to
          spare, and the rest stand in line.
        </p>
        <p>
          A server gives out such work sparingly: two runs at a time here, one
          that computes on the main thread, and a rest after it. On a platform
          of functions the requests may be spread over several processes, each
          with a loop of its own: the bars are then shorter, the bystander may
          never meet the one who computes, and the bill counts the processes.
        </p>
      </section>
    </div>
  )
}

function protocolWords({ compute }: Runs): string {
  if (!compute) return 'What yours did stands here after a run.'
  const { mostUnderWay } = figuresOf(compute)
  const spoke = compute.protocol ? `spoke ${compute.protocol}` : 'does not say'
  return `Yours ${spoke}, and had at most ${mostUnderWay} of these requests under way at once.`
}
