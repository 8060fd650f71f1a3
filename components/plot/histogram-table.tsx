import { plain } from './axis'
import { spreadOf, type Bin } from './bins'
import { figureOf, withUnit } from './plot-words'

/** The same figures: what stands for each series, then every bar that is. */
export function HistogramTable({
  series,
  bins,
  unit,
  counted,
}: {
  series: readonly { name: string; values: readonly number[] }[]
  bins: readonly Bin[]
  unit: string
  counted: string
}) {
  const spreads = series.map(({ values }) => spreadOf(values))
  const rows = [
    ['least', 'least'],
    ['median', 'median'],
    ['95 of 100 at or below', 'p95'],
    ['most', 'most'],
  ] as const
  const filled = bins.filter(({ counts }) => counts.some((count) => count > 0))
  if (filled.length === 0) return <p>Nothing has been measured yet.</p>
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{unit}</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, key]) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              {spreads.map((spread, at) => (
                <td key={series[at]?.name}>
                  {spread ? withUnit(spread[key], unit) : '–'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <thead>
          <tr>
            <th scope="col">
              from – to, {unit}
              <span className="sr-only">, {counted}</span>
            </th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {filled.map(({ from, to, left, counts }) => (
            <tr key={left}>
              <th scope="row">
                {figureOf(from)} – {figureOf(to)}
              </th>
              {counts.map((count, at) => (
                <td key={series[at]?.name}>{plain(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
