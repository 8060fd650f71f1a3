import type { Client, InStatement } from '@libsql/client'
import { createHash } from 'node:crypto'
import type { CodeRegion, Span } from '@/contracts/trace'
import type { RecordedSpan } from './recorded-span'
import { tableShapes, type TableShapes } from './row-changes'

/** What all spans of one place in the code have in common. */
export type SpanTemplate = Pick<
  Span,
  'name' | 'kind' | 'service' | 'attributes' | 'code'
> & { text?: string; plan?: string[] }

/** Stored the same way: how the rows of the tables are to be read. */
type Body = SpanTemplate | TableShapes

/** Far more than a build has; beyond it spans are stored whole. */
const mostTemplates = 2_000
/** Lists make some texts of one statement; a text that a caller wrote, many. */
const mostAtOnePlace = 50
/** Those of many builds. What no process has used for longest goes first. */
const mostStored = 20_000

declare global {
  var backOfHouseTemplates: Map<string, Body> | undefined
}

const bodies = () => (globalThis.backOfHouseTemplates ??= new Map())

function keep(body: Body): string {
  const id = createHash('sha256')
    .update(JSON.stringify(body))
    .digest('base64url')
    .slice(0, 12)
  bodies().set(id, body)
  return id
}

/** Of the attributes those that tell of the code, and of no visitor. */
function common(attributes: Span['attributes']): Span['attributes'] {
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => /^(db|code)\./.test(name)),
  )
}

type Place = { number: number; templates: number }

export type Named = { id: string; template: SpanTemplate }

/** The templates that one store has met, and those it has yet to write. */
export class SpanTemplates {
  readonly #named = new Map<string, Named>()
  readonly #places = new WeakMap<CodeRegion, Place>()
  #placeCount = 0
  #shapes: string | undefined
  readonly #unstored = new Set<string>()

  /** Null for a span that comes from no known place in the code. */
  of(span: RecordedSpan): Named | null {
    const { code, service, name, kind, sql } = span
    // What a browser sends is its own; it could be different each time.
    if (!code || service === 'browser') return null
    const place = this.#placeOf(code)
    const text = sql ? ` ${sql.text}` : ''
    const key = `${place.number} ${service} ${kind} ${name}${text}`
    const known = this.#named.get(key)
    if (known) return known
    if (this.#named.size >= mostTemplates) return null
    if (place.templates >= mostAtOnePlace) return null

    const attributes = common(span.attributes)
    const template: SpanTemplate = { name, kind, service, attributes, code }
    if (sql) template.text = sql.text
    if (sql?.plan) template.plan = sql.plan
    const named = { id: this.#keep(template), template }
    place.templates += 1
    this.#named.set(key, named)
    return named
  }

  /** Under which id the shapes of this build's tables are kept. */
  get shapes(): string {
    return (this.#shapes ??= this.#keep(tableShapes))
  }

  #keep(body: Body): string {
    const id = keep(body)
    this.#unstored.add(id)
    return id
  }

  #placeOf(code: CodeRegion): Place {
    const known = this.#places.get(code)
    if (known) return known
    const place = { number: ++this.#placeCount, templates: 0 }
    this.#places.set(code, place)
    return place
  }

  /** What has to be written along with the spans that name it. */
  toStore(): { ids: string[]; statements: InStatement[] } {
    const ids = [...this.#unstored]
    if (ids.length === 0) return { ids, statements: [] }
    const entries = ids.map((id) => ({
      id,
      body: JSON.stringify(bodies().get(id)),
    }))
    return {
      ids,
      statements: [
        {
          // One that is in use again becomes the newest again.
          sql: `replace into span_templates (id, body)
                select value ->> 'id', value ->> 'body' from json_each(?)`,
          args: [JSON.stringify(entries)],
        },
        {
          sql: `delete from span_templates where rowid in (
                  select rowid from span_templates
                  order by rowid desc limit -1 offset ?)`,
          args: [mostStored],
        },
      ],
    }
  }

  markStored(ids: string[]): void {
    for (const id of ids) this.#unstored.delete(id)
  }
}

/** A template that is known here; `loadTemplates` makes those of others known. */
export function templateBy(id: string): SpanTemplate | undefined {
  return bodies().get(id) as SpanTemplate | undefined
}

export function shapesBy(id: string): TableShapes {
  return (bodies().get(id) ?? {}) as TableShapes
}

/** Reads what other processes, or earlier ones, have stored. */
export async function loadTemplates(
  client: Client,
  ids: Iterable<string>,
): Promise<void> {
  const unknown = [...new Set(ids)].filter((id) => !bodies().has(id))
  if (unknown.length === 0) return
  const { rows } = await client.execute({
    sql: 'select id, body from span_templates where id in (select value from json_each(?))',
    args: [JSON.stringify(unknown)],
  })
  for (const row of rows) {
    const body = JSON.parse(String(row['body'])) as Body
    bodies().set(String(row['id']), body)
  }
}
