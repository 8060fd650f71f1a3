import type { Point } from './plot-words'
import { figureOf } from './plot-words'
import { plain } from './axis'

const mostRows = 60

/** The same figures: one row for each place on the axis, a column a line. */
export function LineTable({
  lines,
  x,
  y,
}: {
  lines: readonly { name: string; points: readonly Point[] }[]
  x: { name: string; unit: string }
  y: { name: string; unit: string }
}) {
  const places = [
    ...new Set(lines.flatMap(({ points }) => points.map((point) => point.x))),
  ].sort((a, b) => a - b)
  if (places.length === 0) return <p>Nothing has been measured yet.</p>
  const every = Math.ceil(places.length / mostRows)
  return (
    <table>
      <caption className="sr-only">{y.name}</caption>
      <thead>
        <tr>
          <th scope="col">{x.unit || x.name}</th>
          {lines.map(({ name }) => (
            <th key={name} scope="col">
              {name}, {y.unit}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {places
          .filter((_, at) => at % every === 0)
          .map((place) => (
            <tr key={place}>
              <th scope="row">{plain(place)}</th>
              {lines.map(({ name, points }) => {
                const found = points.find((point) => point.x === place)
                return <td key={name}>{found ? figureOf(found.y) : '–'}</td>
              })}
            </tr>
          ))}
      </tbody>
    </table>
  )
}
