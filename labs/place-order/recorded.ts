import { recording } from './recording'
import { questionOf } from '@/components/predict/questions'
import { showOf } from '@/components/trace/show'
import type { Recorded } from './stage'

const bets = ['statements', 'tables', 'longest', 'fate'] as const

/** The recorded order on which the stage rests before the first press. */
export function recordedOrder(): Recorded {
  const { trace, recordedAt, version } = recording
  return {
    show: showOf(trace.traceId, trace.spans),
    questions: bets.map((kind) => questionOf(kind, trace.spans)),
    day: recordedAt.slice(0, 10),
    version,
  }
}
