import type { ReactNode } from 'react'

/**
 * A word of the glossary. It leads there; with scripts its note opens in the
 * margin, or under the paragraph where there is no margin.
 */
export function Term({ id, children }: { id: string; children: ReactNode }) {
  return (
    <a
      className="term"
      href={`/glossary#${id}`}
      data-term={id}
      aria-describedby={`term-${id}`}
    >
      {children}
    </a>
  )
}

/** What the terms of a page say; each is put beside its term when it opens. */
export function TermTexts({
  terms,
}: {
  terms: readonly { id: string; name: string; says: string; lab?: string }[]
}) {
  return (
    <div hidden>
      {terms.map(({ id, name, says, lab }) => (
        <aside key={id} className="term-note" aria-label={name}>
          <p className="term-note-head">
            <b>{name}</b>
          </p>
          <p id={`term-${id}`}>{says}</p>
          <p className="term-note-foot">
            <a href={`/glossary#${id}`}>Glossary</a>
            {lab && <a href={`/labs/${lab}`}>See it in a lab</a>}
          </p>
        </aside>
      ))}
    </div>
  )
}
