'use client'

import { useState, type ReactNode, type Ref } from 'react'
import { Icon } from '@/components/ui/icon'
import { useFocusFallback } from '@/components/ui/use-focus-fallback'
import { readAddress } from './address'
import { Replay } from './replay'
import { useOwnNotes } from './use-own-notes'
import { useTraceFile, type TraceFileState } from './use-trace-file'

/** A trace from a file, dropped or chosen: read here, and sent nowhere. */
export function TraceFile({ children }: { children: ReactNode }) {
  const { state, isOver, open, close } = useTraceFile()
  const [chosen, setChosen] = useState(0)
  const traces = state.kind === 'read' ? state.file.traces : []
  const trace = traces[chosen] ?? traces[0]
  const notes = useOwnNotes(trace?.spans)
  const bar = useFocusFallback<HTMLDivElement>(state.kind)
  const chooser = useFocusFallback<HTMLInputElement>(state.kind)
  if (state.kind === 'read') {
    if (!trace) return null
    return (
      <>
        <FileBar
          ref={bar}
          state={state}
          chosen={chosen}
          onChoose={setChosen}
          onClose={() => {
            setChosen(0)
            close()
          }}
        />
        <Replay
          key={trace.traceId}
          traceId={trace.traceId}
          spans={trace.spans}
          isCut={trace.truncated}
          spansLeftOut={trace.spansLeftOut}
          address={addressIn(state.query)}
          others={state.query}
          sources={{}}
          notes={notes}
          name={state.name}
          kind="recorded"
          isInParts
        />
      </>
    )
  }
  return (
    <div className="trace-file">
      <section className="trace-file-front front">
        <h1>Replay any trace.</h1>
        <p className="trace-file-lede">
          Drop a file of OpenTelemetry spans (OTLP/JSON) anywhere on this page:
          one that you took home from here, or one that your own collector
          wrote. It is read in your browser and sent nowhere.
        </p>
        <label className={isOver ? 'drop-zone is-over' : 'drop-zone'}>
          <Icon name="upload" size={22} />
          <b>{isOver ? 'Let go to open it' : 'Drop a file here'}</b>
          <span>or choose one, up to 50 MiB</span>
          <input
            ref={chooser}
            type="file"
            accept=".json,.jsonl,.ndjson,application/json"
            aria-label="Choose a file of spans"
            onChange={({ target }) => {
              const file = target.files?.[0]
              if (file) void open(file)
            }}
          />
        </label>
        <p aria-live="polite">
          {state.kind === 'reading' && `Reading ${state.name}.`}
        </p>
        {state.kind === 'failed' && (
          <div className="notice r-fail" role="alert">
            <Icon name="fail" size={18} />
            <div>
              <b>{state.name} could not be opened</b>
              <p>{state.why}</p>
            </div>
          </div>
        )}
      </section>
      {children}
    </div>
  )
}

function addressIn(query: string) {
  return readAddress(Object.fromEntries(new URLSearchParams(query)))
}

/** What was read, what was not, and the way to another. */
function FileBar({
  ref,
  state: { file },
  chosen,
  onChoose,
  onClose,
}: {
  ref: Ref<HTMLDivElement>
  state: TraceFileState & { kind: 'read' }
  chosen: number
  onChoose: (index: number) => void
  onClose: () => void
}) {
  const { traces, leftOut, unended, isCut } = file
  const said = [
    'Read in this page and sent nowhere.',
    ...(leftOut > 0
      ? [`${leftOut.toLocaleString('en')} spans could not be read.`]
      : []),
    ...(unended > 0
      ? [`${unended.toLocaleString('en')} spans had not ended.`]
      : []),
    ...(isCut ? ['The end of the file is cut off.'] : []),
  ]
  return (
    <div className="file-bar" ref={ref} tabIndex={-1}>
      <p>{said.join(' ')}</p>
      {traces.length > 1 && (
        <label>
          Trace{' '}
          <select
            value={chosen}
            onChange={({ target }) => onChoose(Number(target.value))}
          >
            {traces.map(({ traceId, spans }, index) => (
              <option key={traceId} value={index}>
                {traceId.slice(0, 8)}, {spans.length.toLocaleString('en')} spans
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="button" className="button" onClick={onClose}>
        Another file
      </button>
    </div>
  )
}
