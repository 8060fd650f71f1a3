'use client'

import Link from 'next/link'
import { useKnownTraces } from '@/components/delivery/known-traces'
import { Icon } from '@/components/ui/icon'

const most = 8

/** What this browser remembers of its own presses, newest first. */
export function RecentTraces() {
  const known = Object.entries(useKnownTraces()).reverse().slice(0, most)
  return (
    <section className="recent-traces back" aria-labelledby="recent-name">
      <h2 id="recent-name">Your own</h2>
      {known.length === 0 ? (
        <p>
          Every press of a button on this site is recorded as a trace. Place an
          order, and it can be opened here for as long as your sandbox lives: a
          day after its last use.
        </p>
      ) : (
        <ul>
          {known.map(([key, traceId]) => {
            const [order = '', status = ''] = key.split(' ')
            return (
              <li key={traceId}>
                <Link href={`/trace/${traceId}`} prefetch={false}>
                  <Icon name="server" size={15} />
                  <span>
                    <b>order.{status}</b> <code>{order}</code>
                  </span>
                  <code>{traceId.slice(0, 8)}</code>
                </Link>
              </li>
            )
          })}
        </ul>
      )}
      <p>
        <Link className="button" href="/" prefetch={false}>
          Press the button
        </Link>
        <Link className="button" href="/compare" prefetch={false}>
          Compare two
        </Link>
      </p>
      <h3>Take one home</h3>
      <p>
        The button Share of each replay makes a file of it that replays by
        itself, without a network. And each trace is there as OTLP/JSON, for
        this page on another day, or for any OpenTelemetry viewer:
      </p>
      <pre>
        <code>GET /api/traces/&lt;trace id&gt;?format=otlp</code>
      </pre>
    </section>
  )
}
