import { scrollable } from '@/components/trace/inspector-parts'
import type { HexRow } from './verdict'

/** Bytes as numbers and as letters; a stretch of them is marked. */
export function HexRows({
  rows,
  label,
}: {
  rows: readonly HexRow[]
  label: string
}) {
  return (
    <div className="seal-hex" {...scrollable(label)}>
      {rows.map(({ at, cells }) => (
        <div key={at}>
          <span className="seal-at">{at.toString(16).padStart(4, '0')}</span>
          <span className="seal-numbers">
            {cells.map(({ hex, isMarked }, n) => (
              <span key={n} className={isMarked ? 'is-marked' : undefined}>
                {hex}
              </span>
            ))}
          </span>
          <span>
            {cells.map(({ letter, isMarked }, n) => (
              <span key={n} className={isMarked ? 'is-marked' : undefined}>
                {letter}
              </span>
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}
