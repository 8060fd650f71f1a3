import type { SourceRegion, Span } from '@/contracts/trace'
import { columnsOf, itemsIn } from './columns'
import { cuts, firstSpans } from './lighter'

/** Why a step is there, by the step's name: its paragraphs, and where to read on. */
export type HomeNotes = Record<
  string,
  { texts: string[]; chapter?: { title: string; href: string } | undefined }
>

/** What a file that was taken home has to tell: the trace, and where from. */
export type TakenHome = {
  traceId: string
  spans: readonly Span[]
  isCut: boolean
  /** How many spans it lost, where that is known. */
  spansLeftOut?: number | undefined
  /** What else was left out to keep the file small, in words. */
  leftOut?: readonly string[]
  sources: Readonly<Record<string, SourceRegion>>
  notes: HomeNotes
  name: string
  /** The step and the view at which it was taken. */
  address: Record<string, string>
  takenAt: string
  site: string
}

/** Stand in the template, each once, where the file's own words go. */
export const places = { title: '%TITLE%', data: '%DATA%' } as const

/** What a file may weigh: small enough for any letter box. */
export const mostBytes = 300_000

/**
 * The template with a trace in it, and what the trace left out to fit. The data
 * is JSON in an element that no browser runs, to be read by anybody; where that
 * would be too much for one file it is a text of compressed JSON instead, with
 * the spans in columns; and where that is too much, the trace loses weight.
 */
export async function fillTemplate(
  template: string,
  taken: TakenHome,
): Promise<{ html: string; kept: TakenHome }> {
  const title = `${taken.name}, trace ${taken.traceId.slice(0, 8)}`
  const fill = (data: unknown) => {
    // The title stands first, so a trace that names its place keeps its own.
    const told = put(template, places.data, escapeJson(data))
    return put(told, places.title, escapeText(title))
  }
  const plain = fill(taken)
  if (bytesOf(plain) <= mostBytes) return { html: plain, kept: taken }

  const packed = async (kept: TakenHome) => {
    const html = fill(await pack(kept))
    return bytesOf(html) <= mostBytes ? { html, kept } : null
  }
  let lighter = taken
  let fitting = await packed(lighter)
  for (const { says, cut } of cuts) {
    if (fitting) return fitting
    const leftOut = [...(lighter.leftOut ?? []), says]
    lighter = { ...cut(lighter), leftOut }
    fitting = await packed(lighter)
  }
  return fitting ?? mostSpans(lighter, packed)
}

/** As many of its spans as fit: how many, is found by halving. */
async function mostSpans<Filled>(
  taken: TakenHome,
  packed: (kept: TakenHome) => Promise<Filled | null>,
): Promise<Filled> {
  let best = await packed(firstSpans(taken, 0))
  let [fits, over] = [0, taken.spans.length]
  while (over - fits > 1) {
    const count = Math.floor((fits + over) / 2)
    const filled = await packed(firstSpans(taken, count))
    if (filled) [best, fits] = [filled, count]
    else over = count
  }
  if (!best) throw new Error('Not even an empty trace fits into the file.')
  return best
}

/** What had to stay at home, as a sentence; empty where nothing had to. */
export function leftOutOf({ leftOut = [] }: TakenHome): string {
  const list = new Intl.ListFormat('en').format(leftOut)
  return list && `To keep it under 300 kB it leaves out ${list}.`
}

/** What stands in the file's element, as `fillTemplate` put it there. */
export async function readTakenHome(text: string): Promise<TakenHome> {
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'string') return JSON.parse(text)
  const bytes = Uint8Array.from(atob(value), (char) => char.charCodeAt(0))
  const plain = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'))
  const { spans, ...rest } = await new Response(plain).json()
  return { ...rest, spans: itemsIn(spans) }
}

export function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length
}

async function pack({ spans, ...rest }: TakenHome): Promise<string> {
  const value = JSON.stringify({ ...rest, spans: columnsOf(spans) })
  const packed = new Blob([value])
    .stream()
    .pipeThrough(new CompressionStream('gzip'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return btoa(parts.join(''))
}

/** Split at the place: `replace` would give `$&` in the text a meaning. */
function put(html: string, place: string, text: string): string {
  const at = html.indexOf(place)
  if (at < 0) throw new Error(`The template has no place for ${place}`)
  return html.slice(0, at) + text + html.slice(at + place.length)
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** `<` is written so that nothing in a text can end the element around it. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}
