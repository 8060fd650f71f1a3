import Link from 'next/link'
import { useState } from 'react'
import { Brand } from '@/components/ui/brand'
import { DemoLabel, type DemoKind } from '@/components/ui/demo-label'
import { Icon } from '@/components/ui/icon'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { figure } from '../time-scale'
import type { ReplayModel } from './model'

/** The way home, what was recorded, and the link to this very place in it. */
export function ReplayHeader({
  traceId,
  name,
  isCut,
  kind,
  model,
}: {
  traceId: string
  name: string
  isCut: boolean
  kind: DemoKind
  model: ReplayModel
}) {
  const { answer, endMs, spans, failed } = model
  return (
    <header className="replay-header front">
      <Brand />
      <nav className="replay-crumbs" aria-label="Where this is">
        <Icon name="chevron" size={14} />
        <Link href="/trace" prefetch={false}>
          Replay
        </Link>
        <Icon name="chevron" size={14} />
        <h1>{name}</h1>
        <DemoLabel kind={kind} />
      </nav>
      <dl className="replay-facts">
        {answer && (
          <Fact
            term="Answered"
            isBad={answer.status >= 400}
            value={`${answer.status} in ${figure(answer.atMs)} ms`}
          />
        )}
        <Fact term="All done" value={`${figure(endMs)} ms`} />
        <Fact
          term="Spans"
          value={`${spans.length.toLocaleString('en')}${isCut ? ', cut' : ''}`}
        />
        {failed > 0 && <Fact term="Failed" isBad value={String(failed)} />}
        <Fact term="Trace" value={shortened(traceId)} title={traceId} />
      </dl>
      <CopyLink />
      <ThemeToggle />
    </header>
  )
}

function Fact({
  term,
  value,
  title,
  isBad = false,
}: {
  term: string
  value: string
  title?: string
  isBad?: boolean
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={isBad ? 'r-fail' : undefined} title={title}>
        {value}
      </dd>
    </div>
  )
}

function shortened(traceId: string): string {
  return traceId.length > 14
    ? `${traceId.slice(0, 8)}…${traceId.slice(-4)}`
    : traceId
}

/** The address names step, view and span, so the link opens exactly here. */
function CopyLink() {
  const [said, setSaid] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(window.location.href)
      setSaid('Copied')
    } catch {
      setSaid('Copy it from the address bar')
    }
    setTimeout(() => setSaid(''), 2500)
  }
  return (
    <button type="button" className="button replay-copy" onClick={copy}>
      <Icon name="link" size={15} />
      <span aria-live="polite">{said || 'Copy link'}</span>
    </button>
  )
}
