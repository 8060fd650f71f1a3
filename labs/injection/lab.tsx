import { useState } from 'react'
import { LabBet, type RunAnswer } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { TwoOutcomes } from '@/components/lab/two-outcomes'
import { SpokenLine } from '@/components/trace/spoken-line'
import { cageScene } from '@/contracts/injection-cage'
import { AttackReport } from './attack-report'
import { judge, sentenceOf, type Verdict } from './judge'
import { Outcome } from './outcome'
import { presets } from './presets'
import { SearchForm } from './search-form'
import { Tables } from './tables'
import { useSearch, type Found, type SearchRun } from './use-search'

const options: { id: Verdict; text: string }[] = [
  { id: 'meant', text: 'Find the dishes, or find none' },
  { id: 'broken', text: 'Fail with an error' },
  { id: 'leaked', text: 'Hand over rows that nobody searched for' },
  { id: 'changed', text: 'Change what the tables hold' },
  { id: 'ended', text: 'Go on until something stops it' },
]

const first = presets[0]?.words ?? ''
const atRest = cageScene.map(({ name, columns, rows }) => ({
  name,
  columns,
  rows,
  count: rows.length,
}))

/** The same search, written by joining strings and with a parameter. */
export function InjectionLab() {
  const [words, setWords] = useState(first)
  const { run, search, clear } = useSearch()
  const isUnderWay = run !== null && run.phase !== 'over'
  const own = run?.words === words ? run : null
  const joined = run?.found.joined
  return (
    <div className="caged-lab">
      <div className="front">
        <LabBet
          key={words}
          question={questionOf(words)}
          answer={answerOf(own)}
          isLocked={isUnderWay}
          onAgain={clear}
        />
      </div>
      <LabStage
        front={
          <SearchForm
            words={words}
            isUnderWay={isUnderWay}
            problem={run?.problem ?? null}
            onWords={setWords}
            onSearch={() => search(words)}
          />
        }
        back={
          <>
            <Back run={run} />
            <Traces joined={joined} parameter={run?.found.parameter} />
          </>
        }
        below={<AttackReport />}
        bar={
          <>
            <p>{newsOf(run)}</p>
            <button
              type="button"
              className="button"
              disabled={isUnderWay}
              onClick={() => {
                clear()
                setWords(first)
              }}
            >
              Start over
            </button>
          </>
        }
      />
      <SpokenLine>{newsOf(run)}</SpokenLine>
    </div>
  )
}

function Back({ run }: { run: SearchRun | null }) {
  if (!run)
    return (
      <div className="caged-before">
        <h3>In the cage</h3>
        <p>
          A database of your own, made for each search and thrown away after it.
          These are its tables.
        </p>
        <Tables tables={atRest} isOpen />
      </div>
    )
  const { joined, parameter } = run.found
  return (
    <TwoOutcomes
      label="The same search in two ways"
      naive={{
        title: 'Joined into the statement',
        isBroken: joined ? isBad(joined, run.words) : false,
        children: <Outcome found={joined} words={run.words} />,
      }}
      sound={{
        title: 'As a parameter',
        isBroken: parameter ? isBad(parameter, run.words) : false,
        children: <Outcome found={parameter} words={run.words} />,
      }}
    />
  )
}

function Traces({
  joined,
  parameter,
}: {
  joined: Found | undefined
  parameter: Found | undefined
}) {
  return (
    <div className="caged-traces">
      <LabTrace
        traceId={joined?.traceId ?? null}
        title="The joined search"
        maxRows={8}
      />
      <LabTrace
        traceId={parameter?.traceId ?? null}
        title="The search with a parameter"
        maxRows={8}
      />
    </div>
  )
}

function questionOf(words: string) {
  const shown = words.length > 60 ? `${words.slice(0, 60)}…` : words
  return {
    ask: `A guest types ${shown === '' ? 'nothing' : `“${shown}”`} into a search that joins strings. What will it do?`,
    isMany: false,
    options,
  }
}

function answerOf(run: SearchRun | null): RunAnswer | null {
  const joined = run?.found.joined
  if (!run || run.phase !== 'over' || !joined) return null
  const judged = judge(joined.told, run.words)
  return { ids: [judged.verdict], said: sentenceOf(joined.told, judged) }
}

function isBad({ told }: Found, words: string): boolean {
  return judge(told, words).verdict !== 'meant'
}

function newsOf(run: SearchRun | null): string {
  if (!run) return 'Nothing has been searched for yet.'
  if (run.problem) return run.problem.title
  if (run.phase === 'waiting')
    return 'Two other readers have the cages. Yours is next.'
  const { joined, parameter } = run.found
  if (!joined || !parameter) return 'Searching.'
  const said = ({ told }: Found) => sentenceOf(told, judge(told, run.words))
  return `Joined: ${said(joined)} As a parameter: ${said(parameter)}`
}
