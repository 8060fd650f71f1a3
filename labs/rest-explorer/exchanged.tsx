import { useState } from 'react'
import { useFocusFallback } from '@/components/ui/use-focus-fallback'
import { LabTrace } from '@/components/lab/lab-trace'
import { legible } from '@/components/trace/legible'
import { ScrollGroup } from '@/components/ui/scroll-group'
import type { Ask, Field, Stop } from './send-ask'
import { piecesOfBody, piecesOfField, type Piece } from './ways'
import { bytesInWords, foundIn, statusOf } from './words'

type Press = (ask: Ask) => Promise<void>

/** What was asked and what was answered, with the ways on in it. */
export function Exchanged({
  stop,
  onPress,
}: {
  stop: Stop | null
  onPress: Press
}) {
  // A pressed way is gone with its reply: the next one is read from its head.
  const head = useFocusFallback<HTMLHeadingElement>(stop?.number)
  if (!stop)
    return (
      <div className="walk-rest">
        <h3>The API is waiting</h3>
        <p>
          What you ask and what is answered will stand here, as your browser
          tells it. In an answer, everything that leads on is underlined.
        </p>
      </div>
    )
  const { method, path, fields, body, isElsewhere } = stop
  return (
    <div className="lab-stack">
      <div>
        <h3 ref={head} tabIndex={-1} className="walk-head">
          {method} {path}
        </h3>
        <p className="lab-note">
          {isElsewhere && 'Sent by the other window. '}
          {foundIn[stop.from] && `Found ${foundIn[stop.from]}.`}
        </p>
      </div>
      <section aria-label="What you asked">
        <h4>You asked</h4>
        <div className="walk-wire">
          <div>
            {method} {path}
          </div>
          <Fields fields={fields} here={path} onPress={onPress} />
          {body && <div className="walk-body">{legible(body)}</div>}
        </div>
      </section>
      <Answer key={stop.number} stop={stop} onPress={onPress} />
      {stop.traceId ? (
        <LabTrace
          traceId={stop.traceId}
          title="Trace: what it started"
          maxRows={12}
        />
      ) : (
        <p className="lab-note">
          No trace is kept of this one: nobody had to look who is asking.
        </p>
      )}
    </div>
  )
}

/** These tell something about this answer; the others come with every one. */
const telling =
  /^(allow|etag|idempotency-replayed|link|location|content-type|retry-after)$/

function Answer({ stop, onPress }: { stop: Stop; onPress: Press }) {
  const [isAsItCame, setAsItCame] = useState(false)
  const { told, said, bytes, path } = stop
  const first = told.filter(([name]) => telling.test(name))
  const others = told.filter(([name]) => !telling.test(name))
  return (
    <section aria-label="What was answered">
      <h4>
        Answered <span className="lab-note">{bytesInWords(bytes)} of body</span>
      </h4>
      <ScrollGroup
        className={stop.status >= 400 ? 'walk-wire r-fail' : 'walk-wire'}
        label="The answer"
      >
        <div>
          <b>{statusOf(stop)}</b>
        </div>
        <Fields fields={first} here={path} onPress={onPress} />
        {said && (
          <div className="walk-body">
            <Pieces
              pieces={piecesOfBody(isAsItCame ? said : legible(said), path)}
              onPress={onPress}
            />
          </div>
        )}
      </ScrollGroup>
      {said && (
        <label className="walk-check">
          <input
            type="checkbox"
            checked={isAsItCame}
            onChange={({ target }) => setAsItCame(target.checked)}
          />
          Show the body as it came, without line breaks
        </label>
      )}
      <details className="walk-others">
        <summary>{others.length} more header fields</summary>
        <div className="walk-wire">
          <Fields fields={others} here={path} onPress={onPress} />
        </div>
      </details>
    </section>
  )
}

function Fields({
  fields,
  here,
  onPress,
}: {
  fields: readonly Field[]
  here: string
  onPress: Press
}) {
  return fields.map((field, at) => (
    <div key={at}>
      <span className="walk-name">{field[0]}:</span>{' '}
      <Pieces pieces={piecesOfField(field, here)} onPress={onPress} />
    </div>
  ))
}

function Pieces({
  pieces,
  onPress,
}: {
  pieces: readonly Piece[]
  onPress: Press
}) {
  return pieces.map(({ text, to }, at) =>
    to ? (
      <button
        key={at}
        type="button"
        className="walk-way"
        title={`${to.method} ${to.path}`}
        onClick={() => void onPress(to)}
      >
        {text}
      </button>
    ) : (
      <span key={at}>{text}</span>
    ),
  )
}
