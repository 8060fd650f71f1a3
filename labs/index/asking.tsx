import type { IndexRun } from '@/contracts/index-lab'
import { runsEach, tableSizes, type TableSize } from '@/contracts/index-sizes'
import type { KindWords } from '@/components/kind-words'
import { Pick } from '@/components/lab/pick'
import { figureOf } from '@/components/plot/plot-words'
import { grouped } from '@/components/trace/time-scale'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Busy } from './use-runs'
import { compared, medianOf } from './verdict'

/** The light side: what is asked, and how long it took. */
export function Asking({
  rows,
  shown,
  busy,
  problem,
  sentence,
  pick,
  search,
  tryAgain,
}: {
  rows: TableSize
  shown: IndexRun | null
  busy: Busy | null
  problem: KindWords | null
  sentence: string
  pick: (rows: TableSize) => void
  search: () => Promise<void>
  tryAgain: () => void
}) {
  return (
    <div className="lab-stack">
      <div>
        <h4>The browser asks</h4>
        <p className="lab-sent r-network">
          POST /api/labs/index
          <br />
          {`{"rows":${rows}}`}
        </p>
      </div>
      <Pick
        label="Orders in the drawer"
        options={tableSizes.map((value) => ({ value, text: grouped(value) }))}
        value={rows}
        isDisabled={busy !== null}
        onPick={pick}
      />
      <button
        type="button"
        className="lab-press"
        disabled={busy !== null}
        onClick={() => void search()}
      >
        <Icon name="play" size={16} />
        {busy ? 'Measuring' : `Run it ${runsEach} times each way`}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <dl className="index-medians">
        <Median name="without the index" times={shown?.without.timesMs} />
        <Median name="with the index" times={shown?.with.timesMs} isLit />
      </dl>
      <p className="lab-said" aria-hidden="true">
        {busy || !shown ? sentence : compared(shown)}
      </p>
    </div>
  )
}

function Median({
  name,
  times,
  isLit = false,
}: {
  name: string
  times: readonly number[] | undefined
  isLit?: boolean
}) {
  return (
    <div className={isLit && times ? 'r-data is-lit' : undefined}>
      <dt>{name}</dt>
      <dd>
        {times ? figureOf(medianOf(times)) : '–'}
        <small>ms</small>
      </dd>
    </div>
  )
}
