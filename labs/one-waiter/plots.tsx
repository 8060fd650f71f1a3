import { Histogram } from '@/components/plot/histogram'
import { LinePlot } from '@/components/plot/line-plot'
import { servingWays } from '@/contracts/serving-ways'
import { lateLine, latenciesOf, type WayRun } from './figures'
import type { MeasureState } from './use-measure'
import { wayNames } from './words'

const roles = { wait: 'network', compute: 'server', thread: 'service' } as const

/** All that was measured with this count: how long, and how late. */
export function Plots({ state: { earlier, runs } }: { state: MeasureState }) {
  const series = servingWays.map((way) => ({
    name: wayNames[way],
    role: roles[way],
    values: earlier.filter((run) => run.way === way).flatMap(latenciesOf),
  }))
  const lines = [runs.compute, runs.thread].flatMap((run) =>
    run ? [lineOf(run)] : [],
  )
  return (
    <div className="waiter-plots">
      <Histogram
        title="How long a request took, from asked to answered"
        note={`${series[0]?.values.length ?? 0} of each, log scale`}
        series={series}
        unit="ms"
        scale="log"
        reach={[10, 1_000]}
        bins={24}
        counted="requests"
      />
      <LinePlot
        title="How late the server’s timer came"
        note="asked for every 10 ms; the latest in each 50 ms"
        lines={lines}
        hasMarks={false}
        x={{ name: 'since the run began', unit: 'ms', reach: [0, 500] }}
        y={{ name: 'late by', unit: 'ms', reach: [0, 100] }}
      />
    </div>
  )
}

function lineOf(run: WayRun) {
  const { way } = run
  return { name: wayNames[way], role: roles[way], points: lateLine(run) }
}
