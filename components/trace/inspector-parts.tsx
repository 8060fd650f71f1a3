import type { ReactNode } from 'react'
import type { Inspected } from './inspected'
import { traceIndex } from './trace-index'

/** What a part of a view shows, and a figure about it. */
export function PartHead({
  children,
  aside,
}: {
  children: ReactNode
  aside?: ReactNode
}) {
  return (
    <h4 className="view-part">
      <span>{children}</span>
      {aside && <span className="micro">{aside}</span>}
    </h4>
  )
}

/** `step 10, COMMIT`, and the way there. */
export function StepLink({
  inspected,
  spanId,
  children,
}: {
  inspected: Inspected
  spanId: string
  children?: ReactNode
}) {
  const number = numberOf(inspected, spanId)
  const name = traceIndex(inspected.spans).byId.get(spanId)?.span.name
  return (
    <a className="view-link" href={inspected.hrefOf(spanId)}>
      {children ?? (number ? `step ${number}, ${name}` : name)}
    </a>
  )
}

/** The number of a span's step in the story. */
export function numberOf({ spans, numberOf }: Inspected, spanId: string) {
  if (numberOf) return numberOf(spanId)
  return traceIndex(spans).numbers.get(spanId) ?? null
}

/** What scrolls sideways must be reachable without a mouse, and have a name. */
export function scrollable(label: string) {
  return { role: 'group', 'aria-label': label, tabIndex: 0 } as const
}

/** Why a view has nothing to show. */
export function Nothing({ children }: { children: ReactNode }) {
  return <p className="view-nothing">{children}</p>
}

/** A secret that was masked before it was stored: its end, and its length. */
const mask = /…\S{0,4} ?\(\d+ characters\)/

/** A text in which masked secrets can be told from what was sent. */
export function Masked({ text }: { text: string }) {
  const match = mask.exec(text)
  if (!match) return text
  const [secret] = match
  return (
    <>
      {text.slice(0, match.index)}
      <span className="masked-value" title="Masked when it was recorded">
        {secret}
      </span>
      <Masked text={text.slice(match.index + secret.length)} />
    </>
  )
}
