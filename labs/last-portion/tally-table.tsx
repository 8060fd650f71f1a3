import type { RaceTally, RaceWay } from '@/contracts/last-portion'
import type { LabReply } from '@/components/lab/ask-lab'
import { duration } from '@/components/trace/time-scale'
import { wayNames } from './sentence'
import { countOf, outcomeNames, outcomes } from './tally'
import { inOrder } from './use-often'

/** The same as the marks, in figures: what never happened is counted too. */
export function TallyTable({
  runs,
}: {
  runs: Partial<Record<RaceWay, LabReply<RaceTally>>>
}) {
  return (
    <table className="portion-tally">
      <caption>Of 200 races each, by the books they left behind</caption>
      <thead>
        <tr>
          <td />
          {inOrder.map((way) => (
            <th key={way} scope="col">
              {wayNames[way]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {outcomes.map((outcome) => (
          <tr key={outcome}>
            <th scope="row">{outcomeNames[outcome]}</th>
            {inOrder.map((way) => {
              const run = runs[way]
              return <td key={way}>{run ? countOf(run.told, outcome) : '–'}</td>
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">time for all</th>
          {inOrder.map((way) => {
            const run = runs[way]
            return (
              <td key={way}>{run ? duration(run.told.durationMs) : '–'}</td>
            )
          })}
        </tr>
      </tbody>
    </table>
  )
}
