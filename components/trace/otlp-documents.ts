import { asList, isObject, member, type Json } from './otlp-json'

type Documents = { documents: Json[]; isCut: boolean }

/** The OTLP documents in a text, or a sentence that says why it has none. */
export function documentsOf(text: string): Documents | { error: string } {
  const json = text.replace(/^\uFEFF/, '')
  if (json.trim() === '') return { error: 'This file is empty.' }
  const read = parse(json) ?? parseLines(json)
  if (!read) return { error: 'This file is no JSON, and so no OTLP/JSON.' }

  const documents = read.values.flatMap(unwrap)
  const foreign = documents.find((document) => !isOtlp(document))
  if (documents.some(isOtlp))
    return { documents: documents.filter(isOtlp), isCut: read.isCut }
  return { error: foreign ? whatElse(foreign) : notOtlp }
}

type Parsed = { values: unknown[]; isCut: boolean }

function parse(text: string): Parsed | null {
  try {
    return { values: [JSON.parse(text)], isCut: false }
  } catch {
    return null
  }
}

/** One document a line. The last may have been cut while it was written. */
function parseLines(text: string): Parsed | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const values: unknown[] = []
  for (const [at, line] of lines.entries()) {
    const read = parse(line)
    if (read) values.push(...read.values)
    else
      return at > 0 && at === lines.length - 1 ? { values, isCut: true } : null
  }
  return { values, isCut: false }
}

/** Some hand out a list of documents, or wrap one: `{ "trace": { … } }`. */
function unwrap(value: unknown): Json[] {
  if (Array.isArray(value)) return value.filter(isObject)
  if (!isObject(value)) return []
  const inner = value['trace']
  return isObject(inner) && isOtlp(inner) ? [inner] : [value]
}

function isOtlp(document: Json): boolean {
  const batches = member(document, 'resourceSpans') ?? document['batches']
  return Array.isArray(batches)
}

const notOtlp = 'This is JSON, but no OTLP: there are no resourceSpans in it.'

/** The way out, where it is known what somebody dropped instead. */
function whatElse(document: Json): string {
  if (
    asList(document['data']).some((item) => isObject(item) && item['traceID'])
  )
    return 'This is Jaeger’s own format. Jaeger’s API version 3 gives the same trace as OTLP/JSON.'
  if (document['traceId'] && document['id'] && document['timestamp'])
    return 'This is Zipkin’s format. A collector turns it into OTLP/JSON.'
  if (document['traceId'] && Array.isArray(document['spans']))
    return 'This is a trace of this site in its flat form. With ?format=otlp the same address gives OTLP/JSON.'
  if (member(document, 'resourceMetrics') || member(document, 'resourceLogs'))
    return 'This is OTLP, but it holds metrics or logs and no spans.'
  return notOtlp
}
