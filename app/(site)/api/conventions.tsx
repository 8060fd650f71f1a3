import Link from 'next/link'
import type { ReactNode } from 'react'
import { exampleOf, headerOf, jsonText } from './examples'
import { TokenLinesHere } from './snippets/token-lines-here'
import { Words } from './words'

type Convention = {
  anchor: string
  title: string
  words: string[]
  /** The same as bytes, from the recorded replies; null: how to get a token. */
  bytes: { caption: string; text: string | null }
}

const placed = exampleOf('POST /api/orders')
const listed = exampleOf('GET /api/orders')
const read = exampleOf('GET /api/orders/{id}')
const refused = exampleOf('POST /api/orders 422')

/** Some members of a recorded body, as JSON. */
function membersOf(body: unknown, ...names: string[]): string {
  const all = Object(body)
  const some = Object.fromEntries(names.map((name) => [name, all[name]]))
  return jsonText(some)
}

function fieldsOf(exchange: typeof placed, ...names: string[]): string {
  return names.map((name) => `${name}: ${headerOf(exchange, name)}`).join('\n')
}

/** What holds for every operation, told once. */
export const conventions: Convention[] = [
  {
    anchor: 'json',
    title: 'JSON, and nothing unknown',
    words: [
      'Bodies are JSON in UTF-8 with names in camelCase, and say so: `Content-Type: application/json`. A body may have 16 KiB.',
      'A field that is not known is refused. A mistyped name is told, never passed over in silence.',
    ],
    bytes: {
      caption: 'From a recorded order',
      text: membersOf(placed?.body, 'id', 'status', 'total', 'placedAt'),
    },
  },
  {
    anchor: 'money',
    title: 'Money, times, ids',
    words: [
      'Money is a whole number of cents and a currency: `1490` and `USD` are $14.90. No fractions, so nothing is ever rounded on the way.',
      'Times are RFC 3339 in UTC. Ids are opaque; only the beginning says what they name: `ord_` an order, `sbx_` a sandbox, `msg_` a message.',
    ],
    bytes: {
      caption: 'From the same order',
      text: membersOf(placed?.body, 'subtotal', 'deliveryFee', 'total'),
    },
  },
  {
    anchor: 'credentials',
    title: 'Who is calling',
    words: [
      'Every request works in a sandbox: orders, kitchen, traces of its own, cleared a day after its last use. A page proves its sandbox by a cookie that no script can read, everything else by `Authorization: Bearer` and a token.',
      'A write with neither opens a sandbox and answers with its cookie. A read with neither sees an empty one. A token that is forged, expired or not ours is 401, never ignored. A write that a page of another site sends with your cookie is 403.',
    ],
    bytes: {
      caption: 'From a terminal alone: a sandbox, and its token in a variable',
      text: null,
    },
  },
  {
    anchor: 'lists',
    title: 'Lists and pages',
    words: [
      'A list is `{ "items": [ … ] }`. Where it may be long it comes in pages: `limit` from 1 to 100, and a `Link` field that leads to the next page for as long as there is one.',
    ],
    bytes: { caption: 'Recorded', text: fieldsOf(listed, 'link') },
  },
  {
    anchor: 'errors',
    title: 'When it says no',
    words: [
      'A refusal is a problem document (RFC 9457). `type` is the address of a page that explains it, `detail` says what is wrong this time, `errors` points at each place in the body, and `traceId` names the trace of the refused request.',
      'Somebody else’s order looks like none at all. No refusal carries HTML, a stack trace or SQL.',
    ],
    bytes: {
      caption: 'Recorded: a quantity of 0, and a tip nobody asked for',
      text: jsonText(refused?.body ?? null),
    },
  },
  {
    anchor: 'idempotency',
    title: 'Sent twice, done once',
    words: [
      'When no answer comes back, nobody knows whether the order was placed. An order takes an `Idempotency-Key` (elsewhere it is ignored): send it again with the same key, and the first reply comes again, byte for byte, with `Idempotency-Replayed: true`. A key is 1 to 255 printable ASCII characters and is kept for 24 hours, in your sandbox.',
      'The same key with another body is 422; with one that is still under way, 409. A refusal is not kept. Without a key, a repeated order is a second order.',
    ],
    bytes: {
      caption: 'Goes with a request',
      text: 'Idempotency-Key: my-first-order',
    },
  },
  {
    anchor: 'limits',
    title: 'How often',
    words: [
      'A sandbox may send so many orders and so many requests a minute, and an address may open so many sandboxes. Every counted reply says what is left. Over the limit is 429, with `Retry-After` in seconds.',
    ],
    bytes: {
      caption: 'Recorded: of 60 orders and 600 requests a minute',
      text: fieldsOf(placed, 'ratelimit-policy', 'ratelimit'),
    },
  },
  {
    anchor: 'versions',
    title: 'Versions',
    words: [
      'What can be read has a strong `ETag`. Send it back as `If-None-Match` and an unchanged thing is 304, without a body. Send it as `If-Match` with a change and a version that is no longer current is 412, so two people cannot undo each other’s work unseen.',
      '`HEAD` answers like `GET` without the body. `OPTIONS` names the methods that an address takes.',
    ],
    bytes: { caption: 'Recorded', text: fieldsOf(read, 'etag') },
  },
  {
    anchor: 'trace-of-a-request',
    title: 'Every reply names its trace',
    words: [
      '`traceresponse` carries the id of the trace that the request became; it can be read at `/trace/` and that id. Send a `traceparent` (W3C Trace Context) and the request becomes a part of your own trace. `Server-Timing` names each step with its milliseconds.',
    ],
    bytes: {
      caption: 'Recorded with the order above',
      text: fieldsOf(placed, 'traceresponse', 'server-timing'),
    },
  },
]

/** How the backend speaks, in words; the bytes beside them. */
export function Conventions({ base }: { base: string }) {
  return (
    <section aria-labelledby="conventions">
      <Row
        words={
          <>
            <h2 id="conventions">How it speaks</h2>
            <p className="api-about">
              What holds everywhere, told once, with the bytes beside it.
            </p>
          </>
        }
      />
      {conventions.map(({ anchor, title, words, bytes }) => (
        <Row
          key={anchor}
          words={
            <>
              <h3 id={anchor}>
                <a href={`#${anchor}`}>{title}</a>
              </h3>
              {words.map((text) => (
                <p className="api-about" key={text}>
                  <Words text={text} />
                </p>
              ))}
              {anchor === 'errors' && (
                <p className="api-about">
                  <Link href="/problems" prefetch={false}>
                    Every problem there is
                  </Link>
                </p>
              )}
            </>
          }
        >
          <figure className="api-bytes">
            <figcaption>{bytes.caption}</figcaption>
            {bytes.text === null ? (
              <TokenLinesHere base={base} />
            ) : (
              <pre>{bytes.text}</pre>
            )}
          </figure>
        </Row>
      ))}
    </section>
  )
}

/** A row of the page: words, the hatch, and what stands behind it. */
export function Row({
  words,
  children,
}: {
  words: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="api-row">
      <div className="api-front front">{words}</div>
      <div className="api-pass" aria-hidden="true" />
      <div className={`api-back back ${children ? '' : 'is-empty'}`}>
        {children}
      </div>
    </div>
  )
}
