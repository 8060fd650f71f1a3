import Link from 'next/link'
import { useId } from 'react'
import { boardFault, type BoardFaultName } from '@/contracts/fault-board'
import { Icon } from '../ui/icon'
import type { Outcomes } from './kept-runs'
import { runWords } from './run-words'
import type { Run } from './send-armed'

/** A lever, its protection, what the two are good for, and what was seen. */
export function LeverCard({
  name,
  isArmed,
  isRunning,
  isProtected,
  isLocked,
  outcomes,
  onArm,
  onGuard,
}: {
  name: BoardFaultName
  isArmed: boolean
  isRunning: boolean
  isProtected: boolean
  /** While an order is on its way, no lever moves. */
  isLocked: boolean
  outcomes: Outcomes | undefined
  onArm: (isArmed: boolean) => void
  onGuard: (isProtected: boolean) => void
}) {
  const id = useId()
  const { title, badge, protection, withIt, withoutIt } = boardFault(name)
  return (
    <li className={isArmed ? 'lever-card is-armed' : 'lever-card'}>
      <div className="lever-top">
        <button
          type="button"
          role="switch"
          className="lever"
          aria-checked={isArmed}
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-words`}
          aria-disabled={isLocked}
          onClick={() => !isLocked && onArm(!isArmed)}
        />
        <b id={`${id}-title`}>{title}</b>
        <span className="lever-badge">
          {isRunning ? 'running' : isArmed ? 'armed' : badge}
        </span>
      </div>
      <p id={`${id}-words`} className="lever-words">
        {isProtected ? withIt : withoutIt}
      </p>
      <div className="lever-guard">
        <span className="micro" id={`${id}-guard`}>
          protection
        </span>
        <button
          type="button"
          role="switch"
          className="guard"
          aria-checked={isProtected}
          aria-describedby={`${id}-guard ${id}-title`}
          aria-disabled={isLocked}
          onClick={() => !isLocked && onGuard(!isProtected)}
        >
          <span className="guard-box">
            <Icon name="check" size={12} />
          </span>
          {protection}
        </button>
      </div>
      {outcomes && <Seen {...outcomes} />}
    </li>
  )
}

/** What was seen of it, and the way to lay the two beside each other. */
function Seen({ sound, naive }: Outcomes) {
  return (
    <div className="lever-seen">
      <dl className="lever-runs">
        {sound && <Outcome term="with it" run={sound} />}
        {naive && <Outcome term="without it" run={naive} />}
      </dl>
      {sound && naive && (
        <Link
          className="lever-compare"
          href={`/compare?a=${sound.traceId}&b=${naive.traceId}`}
          prefetch={false}
        >
          Compare the two
          <Icon name="arrow-right" size={14} />
        </Link>
      )}
    </div>
  )
}

function Outcome({ term, run }: { term: string; run: Run }) {
  return (
    <div className={run.broken ? 'is-broken' : undefined}>
      <dt>
        <Icon name={run.broken ? 'fail' : 'check'} size={13} />
        {term}
      </dt>
      <dd>
        {runWords(run)}{' '}
        <Link href={`/trace/${run.traceId}`} prefetch={false}>
          Open its trace
        </Link>
      </dd>
    </div>
  )
}
