'use client'

import { LabBar } from '@/components/lab/lab-bar'
import { LabBet } from '@/components/lab/lab-bet'
import { LabStage } from '@/components/lab/lab-stage'
import { SpokenLine } from '@/components/trace/spoken-line'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Answered } from './answered'
import { PermissionTable } from './permission-table'
import { useTable, type Table } from './use-table'
import {
  refusals,
  refusalsIn,
  sentenceOf,
  strangersAnswer,
  strangersStatus,
} from './verdict'
import { callers, callerWords } from './words'

/** The permission table of the backend, filled by asking it. */
export function WhoMayLab() {
  const table = useTable()
  const { cells, shown, busy } = table
  const sentence = sentenceOf(cells, busy)
  return (
    <div className="may-lab">
      <Bets table={table} />
      <LabStage
        bar={<LabBar onReset={table.reset}>Five callers at seven doors</LabBar>}
        front={<Front table={table} sentence={sentence} />}
        back={
          <Answered
            shown={shown}
            cell={shown && (cells[shown] ?? null)}
            strangersToken={table.strangersToken}
          />
        }
      />
      <SpokenLine>{sentence}</SpokenLine>
    </div>
  )
}

function Bets({ table: { cells, busy, clear } }: { table: Table }) {
  return (
    <div className="front">
      <LabBet
        question={refusals}
        answer={refusalsIn(cells)}
        isLocked={busy !== null}
        onAgain={clear}
      />
      <LabBet
        question={strangersStatus}
        answer={strangersAnswer(cells)}
        isLocked={busy !== null}
        onAgain={clear}
      />
    </div>
  )
}

function Front({ table, sentence }: { table: Table; sentence: string }) {
  const { busy, problem, isFull } = table
  return (
    <div className="lab-stack">
      <dl className="may-cast">
        {callers.map((caller) => (
          <div key={caller}>
            <dt>{callerWords[caller].name}</dt>
            <dd>{callerWords[caller].who}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        className="lab-press"
        disabled={busy !== null || isFull}
        onClick={table.fillAll}
      >
        <Icon name="play" size={16} />
        {busy !== null && 'Asking'}
        {busy === null && (isFull ? 'All are sent' : 'Send every request')}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={table.tryAgain} />}
      <PermissionTable table={table} />
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
      <p className="lab-note">
        A cell can be pressed alone. Requests about an order get one that you
        have placed for it.
      </p>
    </div>
  )
}
