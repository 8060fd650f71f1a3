import { tableSizes } from '@/contracts/index-sizes'
import { LinePlot } from '@/components/plot/line-plot'
import { medianOf, type Runs, type WayName } from './verdict'

/** The medians as the table grows, on two kinds of axes. */
export function Growth({
  runs,
  isBusy,
  onAll,
}: {
  runs: Runs
  isBusy: boolean
  onAll: () => Promise<void>
}) {
  const pointsOf = (way: WayName) =>
    tableSizes.flatMap((rows) => {
      const run = runs[rows]
      return run ? [{ x: rows, y: medianOf(run[way].timesMs) }] : []
    })
  const lines = [
    { name: 'with the index', points: pointsOf('with') },
    { name: 'without', points: pointsOf('without') },
  ]
  const rows = { name: 'orders in the table', unit: 'orders' }
  const time = { name: 'median, ms', unit: 'ms' }
  return (
    <section className="index-part" aria-labelledby="index-growth">
      <div className="index-part-head">
        <h3 id="index-growth">As the table grows</h3>
        <button
          type="button"
          className="button"
          disabled={isBusy}
          onClick={() => void onAll()}
        >
          Measure all three sizes
        </button>
      </div>
      <p className="index-note">
        The same six medians twice. On linear axes one line climbs out of sight
        of the other. On logarithmic ones every step is ten times the last, so a
        line that rises with the table stands at a slant, and one that hardly
        rises lies flat.
      </p>
      <div className="index-plots">
        <LinePlot
          title="Linear axes"
          lines={lines}
          x={{ ...rows, reach: [0, 100_000] }}
          y={{ ...time, reach: [0, 6], ticks: 4 }}
        />
        <LinePlot
          title="Logarithmic axes"
          lines={lines}
          x={{ ...rows, scale: 'log', reach: [1_000, 100_000] }}
          y={{ ...time, scale: 'log', reach: [0.1, 10] }}
        />
      </div>
    </section>
  )
}
