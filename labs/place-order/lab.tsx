import { recording } from './recording'
import { showOf } from '@/components/trace/show'
import { Stage, type StageMenu } from './stage'

/** The stage of the first page, at rest on a recorded order. */
export function PlaceOrderLab({ menu }: { menu: StageMenu }) {
  const { trace, recordedAt, version } = recording
  const recorded = {
    show: showOf(trace.traceId, trace.spans),
    day: recordedAt.slice(0, 10),
    version,
  }
  return <Stage menu={menu} recorded={recorded} />
}
