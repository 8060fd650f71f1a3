'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { KindWords } from '../kind-words'
import { Icon } from './icon'

/** A problem said kindly, with the way out beside it. */
export function ProblemNotice({
  words,
  onTryAgain,
  onMend,
}: {
  words: KindWords
  onTryAgain: () => void
  onMend?: () => void
}) {
  const { title, text, way, href } = words
  return (
    <div className="notice r-fail" role="alert">
      <Icon name="fail" size={18} />
      <div>
        <b>{title}</b>
        <p>{text}</p>
        <p className="notice-actions">
          {way.do === 'try-again' && (
            <TryAgain
              label={way.label}
              waitMs={way.waitMs}
              onClick={onTryAgain}
            />
          )}
          {way.do === 'mend' && (
            <button type="button" className="button" onClick={onMend}>
              {way.label}
            </button>
          )}
          {way.do === 'go' && (
            <Link className="button" href={way.href} prefetch={false}>
              {way.label}
            </Link>
          )}
          {href && (
            <Link href={href} prefetch={false}>
              What this means
            </Link>
          )}
        </p>
      </div>
    </div>
  )
}

/** Counts down where the server asked for a pause. */
function TryAgain({
  label,
  waitMs,
  onClick,
}: {
  label: string
  waitMs: number
  onClick: () => void
}) {
  const [secondsLeft, setSecondsLeft] = useState(Math.ceil(waitMs / 1000))
  useEffect(() => {
    if (secondsLeft <= 0) return
    const timer = setTimeout(() => setSecondsLeft(secondsLeft - 1), 1000)
    return () => clearTimeout(timer)
  }, [secondsLeft])
  return (
    <button
      type="button"
      className="button"
      disabled={secondsLeft > 0}
      onClick={onClick}
    >
      <Icon name="retry" size={15} />
      {secondsLeft > 0 ? `${label} in ${secondsLeft} s` : label}
    </button>
  )
}
