import type { ReactNode } from 'react'
import type { SourceRegion, Span } from '@/contracts/trace'

/** One step of a trace, with all that its four views are made of. */
export type Inspected = {
  /** All spans of the trace, their clocks corrected. */
  spans: readonly Span[]
  span: Span
  title: string
  /** Its place in the story; null for a span that is no step of it. */
  step: { number: number; of: number } | null
  /** Highlighted regions of source by their hash, as far as they are known. */
  sources: Readonly<Record<string, SourceRegion>>
  note: ReactNode
  chapter: { title: string; href: string } | null
  /** The moment the replay shows. What is later has not happened yet. */
  atMs: number
  /** The address at which a span is shown. */
  hrefOf: (spanId: string) => string
  /** One of many on a page: what other steps show whole is only pointed to. */
  isBrief?: boolean
  /** Shown beside the inspector, which has regions of the same names. */
  isFlat?: boolean
  /** The number of a span's step, where it is not its place in time. */
  numberOf?: (spanId: string) => number | null
}
