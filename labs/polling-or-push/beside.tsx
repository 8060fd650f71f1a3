import type { RunState } from './run'

const figure = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

/** What is not run here, and how the rest was measured. */
export function Beside({ state }: { state: RunState | null }) {
  return (
    <div className="front push-beside">
      <section>
        <h2>And WebSocket?</h2>
        <p>
          A WebSocket is one connection on which both sides may speak at any
          time. It begins as an HTTP request and then becomes another protocol
          (RFC 6455), so proxies, load balancers and function hosts have to know
          it, and the status codes, headers and traces of HTTP end there.
        </p>
        <p>
          Here only the server has something to tell: the guest’s few answers
          are ordinary requests. And a socket does not go on by itself after a
          cut: who missed what has to be written by hand, while a stream of
          server-sent events says <code>Last-Event-ID</code> and is given the
          rest.
        </p>
        <p>
          It is the right one where both sides speak often and at once: a shared
          document, a game, a chat with “is typing”, sound and pictures in small
          pieces of binary data.
        </p>
      </section>
      <section>
        <h2>How this is measured</h2>
        <p>
          <b>Requests</b> are counted as the page sends them. <b>Bytes</b> are
          those that come to the page: bodies as the browser measured them on
          the wire (<code>encodedBodySize</code>), of the stream each piece as
          it is read; heads counted from the fields that the page can see,
          written out as HTTP/1.1 does (HTTP/2 packs them smaller). What the
          page sends is not counted: no page is told what its browser adds to a
          request, such as cookies.
        </p>
        <p>
          <b>Delay</b> runs from the time in the event, which the server wrote
          down before it committed, to the end of the frame that shows it. Two
          clocks are in it, so the page first asks the server five times what
          time it is, and takes the quickest answer: the server’s clock was read
          in the middle of that way, give or take half of it.{' '}
          <span data-figure="offset">{offsetWords(state)}</span>
        </p>
        <p>
          Out of sight the lab pauses. What happens meanwhile is heard on
          return, and is left out of the delays.
        </p>
      </section>
    </div>
  )
}

function offsetWords(state: RunState | null): string {
  const offset = state?.offset
  if (!offset) return 'Its figure stands here once you have ordered.'
  const aheadMs = offset.ms - performance.timeOrigin
  const where = aheadMs < 0 ? 'behind' : 'ahead of'
  return `In this run the server’s clock was ${figure.format(Math.abs(aheadMs))} ms ${where} that of the page, give or take ${figure.format(offset.uncertainMs)} ms.`
}
