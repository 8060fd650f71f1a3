export type Json = Record<string, unknown>

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/**
 * A member of an object by its name in OTLP/JSON, or by the one in the
 * definitions, which some writers keep: `trace_id` for `traceId`.
 */
export function member(object: Json, name: string): unknown {
  return object[name] ?? object[snakeCase(name)]
}

const known = new Map<string, string>()

function snakeCase(name: string): string {
  const found = known.get(name)
  if (found !== undefined) return found
  const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  known.set(name, snake)
  return snake
}
