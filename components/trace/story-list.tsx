import type { SpanLike } from './place-of'
import { Icon } from '../ui/icon'
import { rowsInTime } from './span-rows'
import { stateAt } from './playback'
import { momentText, sentenceOf } from './story'

/** A trace as sentences, one for each span. It alone tells the whole lesson. */
export function Story({
  spans,
  playhead,
  selectedId,
  hrefOf,
}: {
  spans: readonly SpanLike[]
  playhead?: number
  selectedId?: string
  hrefOf?: (spanId: string) => string
}) {
  return (
    <ol className="story">
      {rowsInTime(spans).map(({ span, place, startMs, endMs }, index) => {
        const state = stateAt({ startMs, endMs }, playhead)
        const isFailed = span.status?.code === 'error'
        const isSelected = span.spanId === selectedId
        const sentence = sentenceOf(span)
        return (
          <li
            key={span.spanId}
            className={`story-step is-${state} r-${isFailed ? 'fail' : place}${isSelected ? ' is-selected' : ''}`}
            aria-current={isSelected ? 'step' : undefined}
          >
            <span className="story-number">{index + 1}</span>
            <Icon name={isFailed ? 'fail' : place} size={14} />
            {hrefOf ? (
              <a href={hrefOf(span.spanId)}>{sentence}</a>
            ) : (
              <span>{sentence}</span>
            )}
            <span className="story-time">{momentText(startMs)}</span>
          </li>
        )
      })}
    </ol>
  )
}
