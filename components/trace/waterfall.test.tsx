import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { chartOf } from './chart'
import { testSpan } from './testing'
import { Waterfall } from './waterfall'

test.each([96, 100, 103, 110, 118, 999, 1_040])(
  'a label of the axis stays within the chart, as narrow as that is: %d ms',
  (ms) => {
    const chart = chartOf([testSpan('door', null, 0, ms)])
    const markup = renderToStaticMarkup(
      <Waterfall chart={chart} label={null} />,
    )
    const [, axis = ''] = markup.split('class="wf-axis"')
    const labels = [
      ...axis.matchAll(/left:min\(([\d.]+)%, 100% - ([\d.]+)ch\)">([^<]+)</g),
    ]
    expect(labels.length).toBeGreaterThan(1)
    for (const [, , room, text = ''] of labels)
      expect(Number(room)).toBe(text.length / 2)
    expect(labels.at(-1)?.[3]).toMatch(/ m?s$/)
  },
)
