import { publicCopyOf } from '@/contracts/public-copy'
import type { SourceRegion, Trace } from '@/contracts/trace'
import { readSource } from '@/components/api-client'
import { stepNameOf } from '../story'
import { bytesOf, fillTemplate, leftOutOf, type HomeNotes } from './taken-home'

/**
 * A trace as one file of HTML that replays anywhere: the template that the
 * build made, the trace as a stranger may see it, and the code that ran.
 */
export async function takeHome(
  trace: Trace,
  sandboxId: string,
  name: string,
): Promise<{ html: string; bytes: number; leftOut: string }> {
  const [template, notes, sources] = await Promise.all([
    readFile('template.txt').then((reply) => reply.text()),
    readFile('notes.json').then((reply) => reply.json()),
    sourcesOf(trace),
  ])
  const { traceId, spans, truncated, spansLeftOut } = publicCopyOf(
    trace,
    sandboxId,
  )
  const { html, kept } = await fillTemplate(template, {
    traceId,
    spans,
    isCut: truncated,
    spansLeftOut,
    sources,
    notes: notesOf(trace, notes),
    name,
    address: Object.fromEntries(new URLSearchParams(window.location.search)),
    takenAt: new Date().toISOString(),
    site: window.location.origin,
  })
  return { html, bytes: bytesOf(html), leftOut: leftOutOf(kept) }
}

/** What the build has made for this: scripts/take-home. */
async function readFile(name: string): Promise<Response> {
  const reply = await fetch(`/take-home/${name}`)
  if (!reply.ok) throw new Error('This server was built without the file.')
  return reply
}

function notesOf({ spans }: Trace, all: HomeNotes): HomeNotes {
  const names = new Set(spans.map(stepNameOf))
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => names.has(name)),
  )
}

/** Code that nobody knows any more is left out, as on the page. */
async function sourcesOf({
  spans,
}: Trace): Promise<Record<string, SourceRegion>> {
  const hashes = new Set(
    spans.flatMap(({ code }) => (code ? [code.within ?? code.hash] : [])),
  )
  const found = await Promise.all(
    [...hashes].map((hash) => readSource(hash).catch(() => null)),
  )
  return Object.fromEntries(
    found.flatMap((source) => (source ? [[source.hash, source]] : [])),
  )
}

/** Hands a text to the browser as a file to be saved. */
export function saveFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken it by then, also where it asks the reader first.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
