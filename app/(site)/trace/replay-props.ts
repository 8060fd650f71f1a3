import { readAddress, type Params } from '@/components/trace/replay/address'
import type { Trace } from '@/contracts/trace'
import { sourcesOf } from '@/tracing/sources'
import { nameOf } from './name-of'
import { stepNotes } from './step-notes'

/** What the replay of a trace is given, opened at the place of its address. */
export async function replayProps(trace: Trace, searchParams: Promise<Params>) {
  return {
    traceId: trace.traceId,
    spans: trace.spans,
    isCut: trace.truncated,
    spansLeftOut: trace.spansLeftOut,
    address: readAddress(await searchParams),
    sources: await sourcesOf(trace.spans),
    notes: stepNotes(),
    name: nameOf(trace),
  }
}
