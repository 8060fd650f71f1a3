import { LabBet } from '@/components/lab/lab-bet'
import { LabTrace } from '@/components/lab/lab-trace'
import { TwoOutcomes } from '@/components/lab/two-outcomes'
import { SpokenLine } from '@/components/trace/spoken-line'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Lanes } from './lanes'
import { Marks } from './marks'
import { wayNames } from './sentence'
import { answerOf, countOf, raceQuestion, tallyWords } from './tally'
import { TallyTable } from './tally-table'
import { inOrder, useOften, windows } from './use-often'

type Often = ReturnType<typeof useOften>

/** The race two hundred times in each way, its order left to the clock. */
export function Often() {
  const often = useOften()
  const { runs, running, problem } = often
  const naive = runs['look-first']
  return (
    <section className="portion-often" aria-label="Two hundred races">
      <h3>Now two hundred times, and nobody keeps them in order</h3>
      <div className="portion-often-start">
        <LabBet
          key={often.betRound}
          question={raceQuestion}
          answer={naive ? answerOf(naive.told) : null}
          isLocked={running !== null}
          onAgain={() => often.clear()}
        />
        <Controls often={often} />
      </div>
      <SpokenLine>{statusOf(often)}</SpokenLine>
      {problem && <ProblemNotice words={problem} onTryAgain={often.run} />}
      <div className="portion-three">
        <TwoOutcomes
          label="Looking first, and taking only if one is left"
          naive={{
            title: wayNames['look-first'],
            children: <Marks tally={naive?.told} />,
            isBroken: naive !== undefined && countOf(naive.told, 'twice') > 0,
          }}
          sound={{
            title: wayNames.guarded,
            children: <Marks tally={runs.guarded?.told} />,
          }}
        />
        <div className="portion-third">
          <h4>{wayNames.locked}</h4>
          <Marks tally={runs.locked?.told} />
        </div>
      </div>
      <TallyTable runs={runs} />
      {naive && (
        <div className="back portion-first">
          <h4>The first of the 200, looking first</h4>
          <Lanes way="look-first" turns={naive.told.first.turns} hasTimes />
          <LabTrace traceId={naive.traceId} title="Its trace" />
        </div>
      )}
    </section>
  )
}

function Controls({ often }: { often: Often }) {
  const { withinMs, running } = often
  const at = running === null ? 0 : inOrder.indexOf(running) + 1
  return (
    <div className="portion-run">
      <fieldset className="portion-ways" disabled={running !== null}>
        <legend>The two press within</legend>
        {windows.map((ms) => (
          <label key={ms} className={ms === withinMs ? 'is-chosen' : ''}>
            <input
              type="radio"
              className="sr-only"
              name="portion-window"
              checked={ms === withinMs}
              onChange={() => often.clear(ms)}
            />
            {ms} ms
          </label>
        ))}
      </fieldset>
      <button
        type="button"
        className="portion-press"
        aria-disabled={running !== null}
        onClick={often.run}
      >
        {running === null ? 'Run the race 200 times' : `Running, ${at} of 3`}
      </button>
      <p>
        Each guest presses at a random moment within that time. From one
        statement to the next a program takes 0 to 4 ms, at random. The rest is
        this server’s own doing: ten races run at a time.
      </p>
    </div>
  )
}

function statusOf({ runs, running, isWaiting }: Often): string {
  if (isWaiting) return 'Other readers are racing. Yours waits its turn.'
  if (running) return `Running: ${wayNames[running]}.`
  return inOrder
    .flatMap((way) => {
      const run = runs[way]
      return run ? [`${wayNames[way]}: ${tallyWords(run.told)}.`] : []
    })
    .join(' ')
}
