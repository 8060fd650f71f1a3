import type { Moment } from '@/contracts/moments'
import type { PowerCutReport } from '@/contracts/power-cut'
import { ApiProblemError, BrokenContractError } from '@/components/api-errors'
import { askLab } from '@/components/lab/ask-lab'
import { isRecord } from '@/components/read-reply'

export type Run = {
  report: PowerCutReport
  /** Null for a run that was recorded: its trace is not this reader’s. */
  traceId: string | null
  /** When and where it was recorded; null when it ran just now. */
  recorded: { at: string; machine: string } | null
}

/** Has the power cut at that moment; where nothing can be killed, the recorded run. */
export async function sendPowerCut(moment: Moment): Promise<Run> {
  try {
    const question = { path: '/api/labs/power-cut', message: { moment } }
    const { told, traceId } = await askLab(question, isReport)
    return { report: told, traceId, recorded: null }
  } catch (error) {
    const isElsewhere =
      error instanceof ApiProblemError && error.is('not-on-this-platform')
    if (!isElsewhere) throw error
    return findRecorded(moment)
  }
}

async function findRecorded(moment: Moment): Promise<Run> {
  const { default: kept } = await import('@/recordings/power-cut.json')
  const reports: unknown[] = kept.reports
  const report = reports.find(
    (one): one is PowerCutReport => isReport(one) && one.moment === moment,
  )
  if (!report) throw new BrokenContractError('no such recording')
  const { recordedAt: at, machine } = kept
  return { report, traceId: null, recorded: { at, machine } }
}

/** What this page relies on, checked by hand: the schema weighs too much. */
export function isReport(value: unknown): value is PowerCutReport {
  return (
    isRecord(value) &&
    typeof value.moment === 'string' &&
    typeof value.program === 'string' &&
    isOutcome(value.alone) &&
    isOutcome(value.together)
  )
}

function isOutcome(value: unknown): boolean {
  return (
    isRecord(value) &&
    Array.isArray(value.sent) &&
    typeof value.pid === 'number' &&
    typeof value.reopenMs === 'number' &&
    isRecord(value.log) &&
    [value.own, value.others, value.left].every(
      (held) => isRecord(held) && typeof held.portions === 'number',
    )
  )
}
