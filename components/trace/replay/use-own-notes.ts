import { useEffect, useState } from 'react'
import type { Span } from '@/contracts/trace'
import { shownNotes } from '../travel/shown-notes'
import type { StepNote } from './replay'

const none: Record<string, StepNote> = {}

/**
 * Why each step of a trace from a file is there, if it was written by this
 * site: the notes are fetched as a whole, so that nobody learns which trace it
 * is. Spans of other programs have names of their own, and no notes.
 */
export function useOwnNotes(
  spans: readonly Span[] | undefined,
): Record<string, StepNote> {
  const isOurs = spans?.some(({ code }) => code !== undefined) ?? false
  const [notes, setNotes] = useState(none)
  useEffect(() => {
    if (!isOurs) return
    const stop = new AbortController()
    fetch('/take-home/notes.json', { signal: stop.signal })
      .then((reply) => reply.json())
      .then((found) => setNotes(shownNotes(found)))
      // Without them the replay has all but the reasons.
      .catch(() => {})
    return () => stop.abort()
  }, [isOurs])
  return isOurs ? notes : none
}
