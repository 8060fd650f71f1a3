import type { LabRecording } from '@/contracts/lab-recordings'

export type LabRecordings = {
  /** The labs that chapters show. */
  labs: readonly string[]
  /** The names under which steps are explained. */
  steps: ReadonlySet<string>
  recordingOf: (lab: string) => LabRecording | null
}

/** What is wrong with the recorded runs of the labs. */
export function checkLabRecordings(given: LabRecordings): string[] {
  return given.labs.flatMap((lab) => {
    const again = `Run npm run record:labs -- ${lab}.`
    try {
      const recording = given.recordingOf(lab)
      if (!recording) return [`The lab ${lab} has no recording. ${again}`]
      return lostSteps(recording, given.steps).map(
        (step) =>
          `recordings/labs/${lab}.json tells of “${step}”, which is no step any more. ${again}`,
      )
    } catch {
      return [`recordings/labs/${lab}.json is not a recording. ${again}`]
    }
  })
}

/** SQL of a lab's own, which a trace tells by its verb and its table. */
const statement = /^(SELECT|INSERT|UPDATE|DELETE|CREATE)( \w+)?$/

/** Those that the site knows no longer: whoever reads of them looks in vain. */
function lostSteps({ traces }: LabRecording, known: ReadonlySet<string>) {
  const told = traces.flatMap(({ rows }) => rows.map(({ step }) => step))
  return [...new Set(told)].filter(
    (step) => !known.has(step) && !statement.test(step),
  )
}
