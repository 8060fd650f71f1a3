import type { LabRecording } from '@/contracts/lab-recordings'

/**
 * A recording as its file holds it: a line for each row, and nothing said that
 * is the same by default, so that a change of one row is a change of one line.
 */
export function textOf({ traces, ...rest }: LabRecording): string {
  const head = JSON.stringify(rest, null, 1).slice(0, -2)
  const body = traces.map(
    ({ rows, ...trace }) =>
      `  ${JSON.stringify(trace).slice(0, -1)},"rows":[\n${rows
        .map((row) => `   ${JSON.stringify(row, withoutDefaults)}`)
        .join(',\n')}\n  ]}`,
  )
  return `${head},\n "traces": [\n${body.join(',\n')}\n ]\n}\n`
}

/** Everything that the contract would say itself. */
function withoutDefaults(_key: string, value: unknown): unknown {
  const isEmpty = Array.isArray(value) && value.length === 0
  return value === false || value === null || isEmpty ? undefined : value
}
