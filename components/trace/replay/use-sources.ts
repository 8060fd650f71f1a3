import { useEffect, useMemo, useRef, useState } from 'react'
import type { SourceRegion, Span } from '@/contracts/trace'
import { readSource } from '@/components/api-client'

type Sources = Readonly<Record<string, SourceRegion>>

/** The code of a trace that may still grow: what the page lacks is fetched. */
export function useSources(spans: readonly Span[], given: Sources): Sources {
  const [fetched, setFetched] = useState<Sources>({})
  const asked = useRef(new Set<string>())
  useEffect(() => {
    for (const hash of hashesOf(spans)) {
      if (Object.hasOwn(given, hash) || asked.current.has(hash)) continue
      asked.current.add(hash)
      // Without it the step is shown with its place in the code and no text.
      readSource(hash).then(
        (source) => setFetched((known) => ({ ...known, [hash]: source })),
        () => undefined,
      )
    }
  }, [spans, given])
  return useMemo(() => ({ ...given, ...fetched }), [given, fetched])
}

/** The function around each region, which is what is shown of it. */
function hashesOf(spans: readonly Span[]): Set<string> {
  return new Set(
    spans.flatMap(({ code }) => (code ? [code.within ?? code.hash] : [])),
  )
}
