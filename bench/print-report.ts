import { availableParallelism, cpus, loadavg, release, type } from 'node:os'
import type { Result } from './results'
import { roundCount } from './rounds'

const busyLoad = 1.5

export type Circumstances = ReturnType<typeof readCircumstances>

/** Where and when: figures without it compare with nothing. */
export function readCircumstances() {
  const load = loadavg()[0] ?? 0
  return {
    date: new Date().toISOString(),
    machine: `${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown'}`,
    system: `${type()} ${release()}`,
    node: process.version,
    load,
    isBusy: load > busyLoad,
    rounds: roundCount,
  }
}

export function printCircumstances(found: Circumstances): void {
  console.log(`${found.date}  ${found.machine}, ${found.system}`)
  console.log(`Node ${found.node}, load average ${found.load.toFixed(2)}`)
  if (found.isBusy)
    console.log(
      `Warning: the load is above ${busyLoad}, the figures are of a busy machine.`,
    )
  console.log(`Medians of ${found.rounds} rounds, ours and floor in turn.\n`)
}

export function printResults(results: Result[]): void {
  const head = ['what', 'ours', 'floor', '', 'ratio', 'goal']
  const lines = results.map((row) => [
    row.note ? `${row.what} (${row.note})` : row.what,
    shown(row.ours, row.unit),
    shown(row.floor, row.unit),
    row.floorName,
    row.ratio === null ? '' : `${row.ratio.toFixed(2)} x`,
    row.goal,
  ])
  const table = [head, ...lines]
  const widths = head.map((_, column) =>
    Math.max(...table.map((cells) => cells[column]?.length ?? 0)),
  )
  for (const cells of table) console.log(line(cells, widths))
}

/** Numbers to the right, words to the left. */
function line(cells: string[], widths: number[]): string {
  const isNumber = [false, true, true, false, true, false]
  return cells
    .map((cell, i) => {
      const width = widths[i] ?? 0
      return isNumber[i] ? cell.padStart(width) : cell.padEnd(width)
    })
    .join('  ')
    .trimEnd()
}

function shown(value: number | null, unit: string): string {
  if (value === null) return ''
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return unit === '/s'
    ? `${value.toFixed(digits)}/s`
    : `${value.toFixed(digits)} ${unit}`
}
