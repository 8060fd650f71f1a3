import { expect, it } from 'vitest'
import type { CodeRegion, SourceRegion } from '@/contracts/trace'
import { shownCode } from './shown-code'

const around: SourceRegion = {
  function: 'placeOrder',
  file: 'server/orders/place-order.ts',
  line: 10,
  endLine: 13,
  hash: 'whole',
  lines: [
    [['  async function ', 'keyword'], ['placeOrder() {']],
    [],
    [
      ['    '],
      ['await', 'keyword'],
      [' '],
      ['tx.insert', 'call'],
      ['(orders)'],
    ],
    [['  }']],
  ],
}
const code: CodeRegion = {
  function: 'placeOrder',
  file: 'server/orders/place-order.ts',
  line: 12,
  endLine: 12,
  hash: 'statement',
  within: 'whole',
}

function textOf(shown: ReturnType<typeof shownCode>) {
  return shown?.lines.map(
    ({ number, isRun, pieces }) =>
      `${number}${isRun ? '>' : ' '}${pieces.map(([text]) => text).join('')}`,
  )
}

it('a statement is shown within its function, its lines marked', () => {
  const shown = shownCode(code, { whole: around })
  expect(textOf(shown)).toEqual([
    '10 async function placeOrder() {',
    '11 ',
    '12>  await tx.insert(orders)',
    '13 }',
  ])
  expect(shown?.isWhole).toBe(false)
})

it('a function that has moved since is numbered as it was then', () => {
  const moved = { ...around, line: 31, endLine: 34 }
  const shown = shownCode({ ...code, withinLine: 10 }, { whole: moved })
  expect(shown?.lines.map(({ number }) => number)).toEqual([10, 11, 12, 13])
  expect(shown?.lines.filter(({ isRun }) => isRun)).toHaveLength(1)
  expect(shown).toMatchObject({ line: 10, endLine: 13 })
})

it('without the function, the statement alone is shown', () => {
  const statement = { ...around, ...code, lines: [[['  tx.insert']]] }
  const shown = shownCode(code, { statement: statement as SourceRegion })
  expect(textOf(shown)).toEqual(['12>tx.insert'])
  expect(shown?.isWhole).toBe(false)
})

it('a step that is a whole function is told apart', () => {
  const whole = { ...around, lines: around.lines }
  const { within: _, ...region } = { ...code, ...around }
  expect(shownCode(region, { whole })?.isWhole).toBe(true)
})

it('what is not there is not made up', () => {
  expect(shownCode(code, {})).toBeNull()
  expect(shownCode(undefined, { whole: around })).toBeNull()
})
