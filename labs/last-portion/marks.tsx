import type { RaceTally } from '@/contracts/last-portion'
import { duration } from '@/components/trace/time-scale'
import { sortedOutcomes, tallyWords } from './tally'

/** One small mark a race. */
export function Marks({ tally }: { tally: RaceTally | undefined }) {
  const marks = tally ? sortedOutcomes(tally) : []
  const shown = tally ? marks : Array.from({ length: 200 }, () => 'none')
  return (
    <>
      <div
        className="portion-marks"
        role="img"
        aria-label={tally ? tallyWords(tally) : '200 races, not run yet'}
      >
        {shown.map((outcome, at) => (
          <i key={at} className={`is-${outcome}`} />
        ))}
      </div>
      <p className="portion-count">
        {tally ? `${tallyWords(tally)}, in ${duration(tally.durationMs)}` : ' '}
      </p>
    </>
  )
}
