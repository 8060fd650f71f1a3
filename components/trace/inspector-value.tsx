import type { SqlValue } from '@/contracts/trace'
import { Masked } from './inspector-parts'

/** A value as SQL has it. A long one is folded: its ends, then all of it. */
export function Value({
  value,
  longest = 60,
}: {
  value: SqlValue | undefined
  longest?: number
}) {
  if (value === undefined) return <span className="no-value">not read</span>
  if (value === null) return <span className="no-value">null</span>
  const text = String(value)
  if (text.length <= longest) return <Masked text={text} />
  return (
    <details className="long-value">
      <summary>{shortened(text, longest)}</summary>
      <Masked text={text} />
    </details>
  )
}

/** An id is told by its ends, a text by its beginning. */
function shortened(text: string, longest: number): string {
  const isId = /^\S+$/.test(text) && text.length <= 64 && !/[[{]/.test(text)
  return isId
    ? `${text.slice(0, longest - 5)}…${text.slice(-4)}`
    : `${text.slice(0, longest - 1)}…`
}
