'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { LabTrace } from '@/components/lab/lab-trace'
import { TwoOutcomes } from '@/components/lab/two-outcomes'
import { DemoLabel } from '@/components/ui/demo-label'
import { answerOf, fateOf, questionOf } from './answer'
import { Beside } from './beside'
import { Controls } from './controls'
import { Outcome } from './outcome'
import type { Run } from './send-power-cut'
import { sentenceOf } from './sentence'
import { Statements } from './statements'
import { Tried } from './tried'
import { usePowerCut } from './use-power-cut'

/** An order is two writes. Its process is killed in between, in two ways. */
export function PowerCutLab() {
  const { state, press, choose, betAgain, reset } = usePowerCut()
  const { moment, run, tried, isRunning } = state
  const question = {
    ...questionOf(moment),
    about: <Statements moment={moment} />,
  }
  return (
    <div className="cut-lab">
      <div className="front">
        <LabBet
          key={moment}
          question={question}
          answer={run && answerOf(run.report)}
          isLocked={isRunning}
          onAgain={betAgain}
        />
      </div>
      <LabStage
        bar={
          <LabBar onReset={reset}>
            One order, written twice: each time by a process with a database
            file of its own
          </LabBar>
        }
        front={
          <>
            <Controls
              state={state}
              sentence={sentenceOf(state)}
              onChoose={choose}
              onPress={press}
            />
            <Tried tried={tried} />
          </>
        }
        back={
          <>
            <WhatIsLeft run={run} />
            <LabTrace
              traceId={run?.traceId ?? null}
              title="What the server did"
            />
          </>
        }
        below={<Beside run={run} />}
      />
    </div>
  )
}

function WhatIsLeft({ run }: { run: Run | null }) {
  const report = run?.report
  return (
    <div className="cut-left">
      <h3>What is left</h3>
      <TwoOutcomes
        label="What is left, in both ways"
        naive={{
          title: 'Run alone',
          isBroken: report ? fateOf(report.alone.left) === 'half' : false,
          children: <Outcome outcome={report?.alone ?? null} />,
        }}
        sound={{
          title: 'In a transaction',
          children: <Outcome outcome={report?.together ?? null} />,
        }}
      />
      {run?.recorded && (
        <p className="cut-recorded">
          <DemoLabel kind="recorded" /> This deployment may start no process, so
          this is a run from {dateOf(run.recorded.at)}, on{' '}
          {run.recorded.machine}.
        </p>
      )}
    </div>
  )
}

const date = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeZone: 'UTC',
})

function dateOf(iso: string): string {
  return date.format(new Date(iso))
}
