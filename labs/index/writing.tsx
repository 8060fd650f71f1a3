import type { IndexCost } from '@/contracts/index-lab'
import { writesEach } from '@/contracts/index-sizes'
import type { LabReply } from '@/components/lab/ask-lab'
import { figureOf } from '@/components/plot/plot-words'
import { grouped } from '@/components/trace/time-scale'
import { indexesInWords, medianOf } from './verdict'

const choices: IndexCost['ways'] = [
  { indexes: [], timesMs: [] },
  { indexes: ['guest'], timesMs: [] },
  { indexes: ['guest', '', '', ''], timesMs: [] },
]

/** What an index takes from whoever writes. */
export function Writing({
  cost,
  isBusy,
  onWrite,
}: {
  cost: LabReply<IndexCost> | null
  isBusy: boolean
  onWrite: () => Promise<void>
}) {
  const ways = cost?.told.ways ?? choices
  const medians = ways.map(({ timesMs }) => medianOf(timesMs))
  const most = Math.max(...medians.filter(Number.isFinite))
  const [bare = NaN] = medians
  return (
    <section className="index-part" aria-labelledby="index-writing">
      <div className="index-part-head">
        <h3 id="index-writing">What does an index cost?</h3>
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => void onWrite()}
        >
          Write {grouped(writesEach.orders)} orders {writesEach.runs} times each
        </button>
      </div>
      <p className="index-note">
        Every new order is also filed in each index, where it belongs by its
        value. Measured on tables in memory that are thrown away: the time of
        one INSERT of {grouped(writesEach.orders)} orders, median of{' '}
        {writesEach.runs}.
      </p>
      <ul className="index-costs r-data">
        {ways.map(({ indexes }, at) => {
          const median = medians[at] ?? NaN
          const isTold = Number.isFinite(median)
          return (
            <li key={indexes.length} className={isTold ? '' : 'is-idle'}>
              <span>{indexesInWords(indexes)}</span>
              <i
                style={{
                  inlineSize: isTold ? `${(60 * median) / most}%` : '0',
                }}
              />
              <b className="num">{figureOf(median)} ms</b>
              {isTold && at > 0 && (
                <small>{figureOf(median / bare)} times the first</small>
              )}
            </li>
          )
        })}
      </ul>
      {cost?.traceId && (
        <p>
          <a className="index-trace" href={`/trace/${cost.traceId}`}>
            Open the trace of the writes
          </a>
        </p>
      )}
    </section>
  )
}
