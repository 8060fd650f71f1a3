import { useState } from 'react'
import type { Span } from '@/contracts/trace'
import { Inspector } from '@/components/trace/inspector'
import { Masked } from '@/components/trace/inspector-parts'
import type { InspectorView } from '@/components/trace/inspector-views'
import { useOwnNotes } from '@/components/trace/replay/use-own-notes'
import { useSources } from '@/components/trace/replay/use-sources'
import { titleOf } from '@/components/trace/step-titles'
import { stepNameOf } from '@/components/trace/story'
import { Icon } from '@/components/ui/icon'
import { rowsOf, type FactRow } from './hop-rows'
import { wordsOf } from './hop-words'
import { laneSights } from './lanes'
import { TokenParts } from './token-parts'
import type { Hops } from './use-hops'

/** What the hop in view is for, what it carries, and the code that took it. */
export function HopPanel({
  hops: { hops, hop },
  spans,
}: {
  hops: Hops
  spans: readonly Span[]
}) {
  if (!hop)
    return (
      <section className="oauth-told front">
        <h3>What a hop is for</h3>
        <p>
          Beside the lanes stands what each message carries, what it is held
          against, and the lines of this site that took it.
        </p>
      </section>
    )
  const { title, source, note } = wordsOf(hop)
  const { icon, name, role } = laneSights[hop.to]
  return (
    <>
      <section className="oauth-told front r-auth" aria-label="About this hop">
        <p className="oauth-place">
          <span className={`chip r-${role}`}>
            <Icon name={icon} size={13} />
            {name}
          </span>
          <span className="micro">{source}</span>
        </p>
        <h3>{title}</h3>
        <p>{note}</p>
        <FactList rows={rowsOf(hop, hops)} />
        {hop.kind === 'tokens' && <TokenParts hops={hops} />}
      </section>
      <HopInspector span={hop.span} spans={spans} />
    </>
  )
}

function FactList({ rows }: { rows: readonly FactRow[] }) {
  if (rows.length === 0) return null
  return (
    <dl className="oauth-facts">
      {rows.map(({ name, value, isRemark, outcome }, at) => (
        <div key={at} className={outcome ? `is-${outcome}` : undefined}>
          <dt>{name}</dt>
          <dd className={isRemark && !outcome ? 'is-remark' : undefined}>
            {outcome && (
              <Icon name={outcome === 'good' ? 'check' : 'fail'} size={14} />
            )}
            <span>
              <Masked text={value} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The step of the trace: its code, its messages, its rows, its reason. */
function HopInspector({ span, spans }: { span: Span; spans: readonly Span[] }) {
  const [view, setView] = useState<InspectorView>('code')
  const sources = useSources(spans, noSources)
  const notes = useOwnNotes(spans)
  const { note = null, chapter = null } = notes[stepNameOf(span)] ?? {}
  return (
    <Inspector
      {...{ spans, span, sources, note, chapter, view }}
      title={titleOf(span)}
      step={null}
      atMs={Infinity}
      hrefOf={(spanId) => `/trace/${span.traceId}?span=${spanId}`}
      onView={setView}
    />
  )
}

const noSources = {}
