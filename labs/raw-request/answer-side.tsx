import { useState } from 'react'
import { LabTrace } from '@/components/lab/lab-trace'
import { answerOf, type Answer } from '@/components/wire/answer-of'
import { BytesView } from '@/components/wire/bytes-view'
import type { Exchange } from '@/components/wire/send-raw'
import { count, endingOf, milliseconds } from './words'

/** What came back, and both messages byte by byte. */
export function AnswerSide({
  exchange,
  why,
}: {
  exchange: Exchange | null
  /** Null when the message is the reader’s own. */
  why: string | null
}) {
  const [isHex, setIsHex] = useState(false)
  if (!exchange)
    return (
      <div className="raw-rest">
        <h3>The server is listening</h3>
        <p>
          It reads bytes from a connection, one after the other, and has to make
          sense of them. Whatever you write on the left is written to it as it
          is, spaces and mistakes included. What it writes back will stand here.
        </p>
      </div>
    )
  const answer = answerOf(exchange.received)
  const isSigned = exchange.by === 'fetch' || /\*{40}/.test(exchange.sent)
  return (
    <div className="raw-answer">
      <Status exchange={exchange} answer={answer} why={why} />
      {exchange.by === 'fetch' && (
        <p className="raw-why">
          This platform has no port of its own, so your browser sent it with
          fetch, and the heads are put together from what it tells.
          {exchange.leftOut.length > 0 &&
            ` A page may not say: ${exchange.leftOut.join(', ')}.`}
        </p>
      )}
      <label className="raw-check">
        <input
          type="checkbox"
          checked={isHex}
          onChange={({ target }) => setIsHex(target.checked)}
        />
        Show the bytes as numbers
      </label>
      <div className="raw-bytes">
        <BytesView title="What went out" bytes={exchange.sent} isHex={isHex} />
        <BytesView
          title="What came back"
          bytes={exchange.received}
          isHex={isHex}
        />
      </div>
      <p className="micro raw-legend">
        CR LF are the two bytes that end a line, 0d 0a. Stars stand for a token,
        one for each byte.
      </p>
      {answer?.traceId && isSigned ? (
        <LabTrace
          traceId={answer.traceId}
          title="What the request started"
          maxRows={10}
        />
      ) : (
        <p className="lab-trace-rest">{noTraceWords(answer, isSigned)}</p>
      )}
    </div>
  )
}

/** The answer's first line, why it is so, and the figures of the run. */
function Status({
  exchange,
  answer,
  why,
}: {
  exchange: Exchange
  answer: Answer | null
  why: string | null
}) {
  return (
    <>
      <p className="raw-status">
        {answer ? (
          <>
            <b className="num">{answer.status}</b> {answer.reason}
          </>
        ) : (
          <b>No answer</b>
        )}
      </p>
      {answer && answer.before.length > 0 && (
        <p>Before it came {answer.before.join(', ')}: go on.</p>
      )}
      {why && <p className="raw-why">{why}</p>}
      <p className="raw-figures">
        <span>
          <b className="num">{count(exchange.sent.length)}</b> bytes out
        </span>
        <span>
          <b className="num">{count(exchange.received.length)}</b> bytes in
        </span>
        <span>
          first byte after{' '}
          <b className="num">{milliseconds(exchange.firstByteMs)}</b>
        </span>
        <span>{endingOf(exchange)}</span>
      </p>
    </>
  )
}

/** Why there is nothing to follow: a trace belongs to whoever asked. */
function noTraceWords(answer: Answer | null, isSigned: boolean): string {
  if (!answer) return 'No answer came, and so no trace is named.'
  if (!answer.headers.has('traceresponse'))
    return 'No trace: the server refused this before any door of the backend was asked.'
  return isSigned
    ? 'No trace is kept of this: it was answered before anybody looked who is asking.'
    : 'The request said nothing of who is asking, so its trace is nobody’s to read. Add the line Cookie: {your cookie}, and it is yours.'
}
