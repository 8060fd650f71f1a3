import { useEffect, useState } from 'react'
import type { CodeRegion, SourceRegion } from '@/contracts/trace'
import { readSource } from '@/components/api-client'
import { scrollable } from '@/components/trace/inspector-parts'
import { shownCode } from '@/components/trace/shown-code'

/**
 * The function that a step ran, as it stood in the build that ran it, with the
 * lines marked that decided.
 */
export function CodeThatRan({
  code,
  isDecisive,
}: {
  /** From a span; what it ran, and where that stands. */
  code: CodeRegion
  isDecisive: (line: string) => boolean
}) {
  const source = useSource(code.within ?? code.hash)
  const shown = source && shownCode(code, { [source.hash]: source })
  const title = `${code.file}, ${code.function}`
  if (!shown) return <p className="lab-trace-rest">{title}</p>
  return (
    <figure className="ran-code">
      <figcaption>{title}</figcaption>
      <pre className="view-code" {...scrollable(title)}>
        {shown.lines.map(({ number, pieces }) => (
          <span
            key={number}
            className={
              isDecisive(pieces.map(([text]) => text).join(''))
                ? 'code-line is-run'
                : 'code-line'
            }
            data-line={number}
          >
            {pieces.map(([text, kind], at) =>
              kind ? (
                <span key={at} className={`is-${kind}`}>
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

function useSource(hash: string): SourceRegion | null {
  const [source, setSource] = useState<SourceRegion | null>(null)
  useEffect(() => {
    let isOver = false
    // Without its text the function is named all the same.
    readSource(hash).then(
      (read) => void (isOver || setSource(read)),
      () => undefined,
    )
    return () => void (isOver = true)
  }, [hash])
  return source?.hash === hash ? source : null
}
