import { useEffect, useState } from 'react'
import type { SourceRegion, Span } from '@/contracts/trace'
import { readSource } from '@/components/api-client'
import { useTraceSpans } from '@/components/lab/use-trace-spans'
import { ScrollGroup } from '@/components/ui/scroll-group'
import { refusingLines } from './refusing-lines'
import type { Result } from './use-tokens'

/**
 * The function that judged the token, as the span of the run names it, and in
 * it the line that refused.
 */
export function RefusingCode({ result }: { result: Result }) {
  const { traceId, reason } = result.verdict
  const span = useTraceSpans(traceId).find(isJudging)
  const source = useSource(span?.code?.hash)
  if (!span?.code || !source)
    return <p className="lab-trace-rest">The code that ran is on its way.</p>

  const { code } = span
  const marked = reason ? refusingLines(source.lines, reason) : []
  const numbers = marked.map((at) => code.line + at)
  return (
    <section className="jwt-code r-server" aria-label="The code that judged it">
      <h3>{headOf(numbers)}</h3>
      <p className="lab-note">
        <code>{code.file}</code>, in the step “{span.name}”. The door above runs
        the same function.
      </p>
      <ScrollGroup
        className="view-code"
        label={`${code.file}, from line ${code.line}`}
        as="pre"
      >
        {source.lines.map((pieces, at) => (
          <span
            key={at}
            className={marked.includes(at) ? 'code-line is-run' : 'code-line'}
            data-line={code.line + at}
          >
            {pieces.map(([text, kind], place) => (
              <span key={place} className={kind ? `is-${kind}` : undefined}>
                {text}
              </span>
            ))}
          </span>
        ))}
      </ScrollGroup>
    </section>
  )
}

function isJudging({ name }: Span): boolean {
  return name === 'check the JWT' || name === 'check the PASETO'
}

function headOf(numbers: readonly number[]): string {
  const [first] = numbers
  if (first === undefined) return 'Every line of this let it pass'
  return numbers.length === 1
    ? `Refused by line ${first}`
    : `Refused by lines ${numbers.join(' and ')}`
}

/** The text of a region; null until it is there. */
function useSource(hash: string | undefined): SourceRegion | null {
  const [held, setHeld] = useState<SourceRegion | null>(null)
  useEffect(() => {
    if (hash === undefined) return
    let isWanted = true
    readSource(hash).then(
      (source) => isWanted && setHeld(source),
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  }, [hash])
  return held?.hash === hash ? held : null
}
