import type { SourceRegion } from '@/contracts/trace'
import { scrollable } from '@/components/trace/inspector-parts'

/** A function as it stands in the repository, with its file and its lines. */
export function QuotedCode({
  file,
  line,
  lines,
  caption,
}: {
  file: string
  /** The number of the first line. */
  line: number
  lines: SourceRegion['lines']
  caption?: string
}) {
  const last = line + lines.length - 1
  return (
    <figure className="quote back">
      <figcaption>
        <span className="num">
          {file}, lines {line} to {last}
        </span>
        {caption && <span>{caption}</span>}
      </figcaption>
      <pre
        className="view-code is-whole"
        {...scrollable(`${file}, lines ${line} to ${last}`)}
      >
        {lines.map((pieces, at) => (
          <span key={at} className="code-line" data-line={line + at}>
            {pieces.map(([text, kind], n) =>
              kind ? (
                <span key={n} className={`is-${kind}`}>
                  {text}
                </span>
              ) : (
                text
              ),
            )}
          </span>
        ))}
      </pre>
    </figure>
  )
}
