import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { linearAxis, logAxis } from './axis'
import { Histogram } from './histogram'
import { LinePlot } from './line-plot'
import { figureOf, histogramInWords, linesInWords } from './plot-words'

test('a measured figure has three digits, and its thousands apart', () => {
  expect([0.1134, 6.0402, 48, 123.4, 98_765.4, 0].map(figureOf)).toEqual([
    '0.113',
    '6.04',
    '48',
    '123',
    '98,765',
    '0',
  ])
})

test('a histogram says in words what it shows', () => {
  const series = [
    { name: 'with index', values: [0.1, 0.2, 0.3] },
    { name: 'without', values: [] },
  ]
  expect(histogramInWords(series, logAxis([0.1], { unit: 'ms' }))).toBe(
    'with index: 3 values, half of them at or below 0.2 ms, 95 of 100 at or below 0.29 ms, from 0.1 ms to 0.3 ms. The axis is logarithmic.',
  )
})

test('lines say in words where they go', () => {
  const points = [
    { x: 1_000, y: 0.06 },
    { x: 100_000, y: 6 },
  ]
  const x = logAxis([1_000, 100_000], { unit: 'rows' })
  expect(
    linesInWords(
      [{ name: 'scan', points }],
      x,
      linearAxis([6], { unit: 'ms' }),
    ),
  ).toBe(
    'scan: 0.06 ms at 1,000 rows, 6 ms at 100,000 rows. One axis is logarithmic.',
  )
})

test('every picture comes with its words and its table', () => {
  const histogram = renderToStaticMarkup(
    <Histogram
      title="How long each run took"
      series={[
        { name: 'with index', values: [0.1, 0.2] },
        { name: 'without', values: [6, 7] },
      ]}
      unit="ms"
      scale="log"
    />,
  )
  expect(histogram).toContain('half of them at or below 0.15 ms')
  expect(histogram).toContain('is-hatch')
  expect(histogram).toContain('<td>0.15 ms</td>')
  const lines = renderToStaticMarkup(
    <LinePlot
      title="As the table grows"
      lines={[{ name: 'scan', points: [{ x: 10, y: 1 }] }]}
      x={{ name: 'rows', unit: 'rows' }}
      y={{ name: 'ms', unit: 'ms' }}
    />,
  )
  expect(lines).toContain('scan: 1 ms at 10 rows.')
  expect(lines).toContain('<th scope="row">10</th><td>1</td>')
})

test('an empty picture has its axes, and says that nothing is there yet', () => {
  const html = renderToStaticMarkup(
    <Histogram title="Runs" series={[]} unit="ms" reach={[0.03, 30]} />,
  )
  expect(html).toContain('Nothing has been measured yet.')
  expect(html).not.toContain('NaN')
})
