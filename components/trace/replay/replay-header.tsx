import Link from 'next/link'
import type { ReactNode } from 'react'
import { Brand } from '@/components/ui/brand'
import { DemoLabel, type DemoKind } from '@/components/ui/demo-label'
import { CopyLink } from '../travel/copy-link'
import { Icon } from '@/components/ui/icon'
import { ThemeToggle } from '@/components/ui/theme-toggle'
import { figure, grouped } from '../time-scale'
import type { ReplayModel } from './model'

/** The way home, what was recorded, and the link to this very place in it. */
export function ReplayHeader({
  traceId,
  name,
  isCut,
  kind,
  model,
  actions = <CopyLink />,
}: {
  traceId: string
  name: string
  isCut: boolean
  kind: DemoKind
  model: ReplayModel
  actions?: ReactNode
}) {
  const { answer, endMs, spans, failed } = model
  const answered = answer ? `${answer.status} in ${figure(answer.atMs)} ms` : ''
  const done = `${figure(endMs)} ms`
  const held = `${grouped(spans.length)}${isCut ? ', cut' : ''}`
  // A figure that gains a digit has others make room: all are replaced then.
  const figures = [answered, done, held, failed > 0 ? String(failed) : '']
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
      <dl className="replay-facts" key={figures.join('').length}>
        {answer && (
          <Fact term="Answered" isBad={answer.status >= 400} value={answered} />
        )}
        <Fact term="All done" value={done} />
        <Fact term="Spans" value={held} />
        {failed > 0 && <Fact term="Failed" isBad value={String(failed)} />}
        <Fact term="Trace" value={shortened(traceId)} title={traceId} />
      </dl>
      {actions}
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
