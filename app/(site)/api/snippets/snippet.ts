/** A request as somebody else's program would send it. */
export type SnippetRequest = {
  method: string
  url: string
  /** Header fields, without those that follow from the body and the bearer. */
  headers: readonly (readonly [name: string, value: string])[]
  /** Sent as JSON. */
  body?: Json
  /** Sent as it is: a form, its fields already encoded. */
  form?: string
  /** A token: as it is, or the name of the variable that holds it. */
  bearer: { value: string } | { variable: string } | null
  answers: 'json' | 'nothing' | 'stream'
}

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json }

/** The header fields besides the bearer token, in the order they are told. */
export function fieldsOf({
  headers,
  body,
  form,
}: SnippetRequest): (readonly [name: string, value: string])[] {
  if (form !== undefined)
    return [['Content-Type', 'application/x-www-form-urlencoded'], ...headers]
  return body === undefined
    ? [...headers]
    : [['Content-Type', 'application/json'], ...headers]
}

export type Notation = {
  scalar: (value: string | number | boolean | null) => string
  key: (name: string) => string
  tab: string
  /** After the last of many: JSON allows nothing there. */
  lastComma: ',' | ''
}

/** JSON as a person would write it. */
export const json: Notation = {
  scalar: (value) => JSON.stringify(value),
  key: (name) => JSON.stringify(name),
  tab: '  ',
  lastComma: '',
}

const widest = 64

/** A value in the notation of a language: on one line where it fits. */
export function literalOf(
  value: Json,
  notation: Notation,
  indent = '',
): string {
  if (typeof value !== 'object' || value === null) return notation.scalar(value)

  const { key, tab, lastComma } = notation
  const inner = indent + tab
  const isList = isArray(value)
  const parts = isList
    ? value.map((item) => literalOf(item, notation, inner))
    : Object.entries(value).map(
        ([name, item]) => `${key(name)}: ${literalOf(item, notation, inner)}`,
      )
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  const space = isList || parts.length === 0 ? '' : ' '
  const line = open + space + parts.join(', ') + space + close
  if (indent.length + line.length <= widest && !line.includes('\n')) return line
  const lines = parts.map((part) => inner + part).join(',\n')
  return `${open}\n${lines}${lastComma}\n${indent}${close}`
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
