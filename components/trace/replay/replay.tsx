'use client'

import { memo, useMemo, useState, type ReactNode } from 'react'
import type { SourceRegion, Span } from '@/contracts/trace'
import type { Inspected } from '../inspected'
import type { DemoKind } from '@/components/ui/demo-label'
import { Inspector } from '../inspector'
import type { InspectorView } from '../inspector-views'
import { LaidFlat } from '../laid-flat'
import { SkewNote } from '../skew-note'
import type { Skew } from '../skew-words'
import type { MapLayout } from '../stations'
import { sentenceOf, stepNameOf } from '../story'
import { titleOf } from '../step-titles'
import { writeAddress, type ReplayAddress } from './address'
import { InspectorSheet, type SheetHeight } from './inspector-sheet'
import { MapPane } from './map-pane'
import { replayOf, type ReplayModel } from './model'
import { ReplayHeader } from './replay-header'
import { SmallScreenBar, type Pane } from './small-screen-bar'
import { StoryPane } from './story-pane'
import { TimelinePane } from './timeline-pane'
import { TransportBar } from './transport-bar'
import { useKeys } from './use-keys'
import { usePainted } from './use-painted'
import { useReplay, type ReplayControls } from './use-replay'
import { useSettled } from '../use-settled'
import { SpokenLine } from '../spoken-line'

export type StepNote = {
  note: ReactNode
  chapter: { title: string; href: string } | null
}

export type ReplayProps = {
  traceId: string
  spans: readonly Span[]
  /** Whether spans were left out to keep within the limits. */
  isCut: boolean
  /** How many spans it lost, where that is known. */
  spansLeftOut?: number | undefined
  /** Where to open it: from the page's address. */
  address: ReplayAddress
  /** Source regions by their hash. */
  sources: Readonly<Record<string, SourceRegion>>
  /** Why each step is there, by the name that `stepNameOf` gives it. */
  notes: Record<string, StepNote>
  /** What the header says of it beside its figures, such as its file's name. */
  name: string
  /** Live: the store of this site has it. Recorded: it came in a file. */
  kind: DemoKind
  /** What can be done with it, beside its figures; else its link is copied. */
  actions?: ReactNode
  /** What stands below the timeline: the way to the same order once more. */
  below?: ReactNode
  /** What a reader has to know of where it comes from. */
  about?: string
  /** What else the address holds, such as the file of the trace. */
  others?: string
  layout?: MapLayout
  /** More of it is on its way. */
  isGrowing?: boolean
  /**
   * The rows and the transport are drawn first, the rest as soon as they are
   * seen. Only where a script draws it: what a server sends is always whole.
   */
  isInParts?: boolean
}

/**
 * What stands below everything else follows so much later: together with its
 * hundreds of changes a screen reader would drop the sentence of the step.
 */
const flatAfterMs = 1000

/** A trace to be studied: story, timeline and map in step under one cursor. */
export function Replay(props: ReplayProps) {
  const { spans, address, layout } = props
  const model = useMemo(() => replayOf(spans), [spans])
  const controls = useReplay(model, address, props.others)
  const [sheet, setSheet] = useState<SheetHeight>('peek')
  const [pane, setPane] = useState<Pane>('Story')
  useKeys(controls, model.steps.length)
  const { index, atMs, view } = controls
  const step = model.steps[index]
  const inspected = useInspected(model, controls, props)
  const isWhole = usePainted(props.isInParts ?? false)
  const flatly = useSettled(isWhole ? inspected : null, flatAfterMs)
  const flat = useMemo(() => flatly && <LaidFlat {...flatly} />, [flatly])
  if (!step || !inspected) return null

  const openView = (next: InspectorView) => {
    controls.setView(next)
    // A view that is opened while the sheet peeks has to be seen.
    setSheet((now) => (now === 'peek' ? 'half' : now))
  }
  return (
    <>
      <div className="replay" data-pane={pane.toLowerCase()}>
        <ReplayHeader {...props} model={model} />
        <TransportBar
          model={model}
          controls={controls}
          title={titleOf(step.row.span)}
          isWhole={isWhole}
        />
        <ReplayNotes
          skew={model.skew}
          isCut={props.isCut}
          spansLeftOut={props.spansLeftOut}
          about={props.about}
        />
        <SmallScreenBar pane={pane} onPane={setPane} controls={controls} />
        <div className="replay-main">
          {isWhole ? (
            <StoryPane
              model={model}
              controls={controls}
              isGrowing={props.isGrowing ?? false}
            />
          ) : (
            <div className="story-pane front" />
          )}
          <div className="replay-middle">
            {isWhole ? (
              <MapPane model={model} atMs={atMs} layout={layout} />
            ) : (
              <div className="map-pane back" />
            )}
            <TimelinePane model={model} controls={controls} />
            {props.below}
          </div>
          <InspectorSheet height={sheet} onHeight={setSheet}>
            {isWhole && (
              <StillInspector
                inspected={inspected}
                view={view}
                onView={openView}
              />
            )}
          </InspectorSheet>
        </div>
        <SpokenLine>{`Step ${step.number}. ${sentenceOf(step.row.span)}`}</SpokenLine>
      </div>
      {flat}
    </>
  )
}

/** What the inspector shows; the same object for as long as that is the same. */
function useInspected(
  model: ReplayModel,
  controls: ReplayControls,
  { sources, notes, others }: ReplayProps,
): Inspected | null {
  const { index, atMs, spanId, isPlaying, view } = controls
  // While it plays the views change with the step, not with every frame.
  const shownMs = isPlaying ? (model.moments[index] ?? 0) : atMs
  return useMemo(() => {
    const step = model.steps[index]
    const span = model.spanById.get(spanId) ?? step?.row.span
    if (!step || !span) return null
    const indexOf = (id: string) => model.stepBySpan.get(id) ?? 0
    const { note = null, chapter = null } =
      notes[stepNameOf(span)] ?? notes[stepNameOf(step.row.span)] ?? {}
    return {
      spans: model.spans,
      span,
      title: titleOf(span),
      step: { number: step.number, of: model.steps.length },
      sources,
      note,
      chapter,
      atMs: shownMs,
      hrefOf: (id) =>
        writeAddress(
          { step: indexOf(id) + 1, view, span: id, atMs: null },
          others,
        ),
      numberOf: (id) => indexOf(id) + 1,
    }
  }, [model, index, spanId, shownMs, view, sources, notes, others])
}

/** Drawn anew when it shows something else, and not with every frame. */
const StillInspector = memo(
  function StillInspector({
    inspected,
    view,
    onView,
  }: {
    inspected: Inspected
    view: InspectorView
    onView: (view: InspectorView) => void
  }) {
    return <Inspector {...inspected} view={view} onView={onView} />
  },
  (before, after) =>
    before.inspected === after.inspected && before.view === after.view,
)

/** What a reader has to know before they trust the picture. */
function ReplayNotes({
  skew,
  isCut,
  spansLeftOut,
  about,
}: {
  skew: Skew
  isCut: boolean
  spansLeftOut: number | undefined
  about: string | undefined
}) {
  const isOff = Object.keys(skew.movedMs).length > 0
  if (!isOff && !isCut && !about) return null
  return (
    <div className="replay-notes">
      {about && <p>{about}</p>}
      <SkewNote skew={skew} />
      {isCut && (
        <p>
          This trace is cut: {spansInWords(spansLeftOut)} left out to keep it
          within what a trace may hold.
        </p>
      )}
    </div>
  )
}

function spansInWords(count: number | undefined): string {
  if (!count) return 'spans were'
  return count === 1 ? '1 span was' : `${count.toLocaleString('en')} spans were`
}
