import { nameOf, type Schema } from './open-api'

/** A piece of a type: words, or the name of a shape told elsewhere. */
export type TypePart = { text: string } | { shape: string }

/** One field as a line of a table. */
export type SchemaRow = {
  /** The names from the top: `lines`, `dish`. A list's item has its list's. */
  path: string[]
  type: TypePart[]
  isRequired: boolean
  /** What a value has to be like: `1 to 50`. */
  rules: string[]
  about: string
  example: string | null
}

export type Shapes = Readonly<Record<string, Schema>>

/**
 * The fields of a schema, each under its parent. With `isWhole` what other
 * shapes are made of is told in place, else only their name.
 */
export function rowsOf(
  schema: Schema,
  shapes: Shapes,
  isWhole: boolean,
): SchemaRow[] {
  return fieldRows(schema, { shapes, isWhole, path: [], within: [] })
}

type Place = {
  shapes: Shapes
  isWhole: boolean
  path: string[]
  /** The shapes that this place is inside of: one may contain itself. */
  within: string[]
}

function fieldRows(schema: Schema, place: Place): SchemaRow[] {
  const { properties = {}, required = [] } = schema
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = [...place.path, name]
    const row = {
      path,
      type: typeOf(field),
      isRequired: required.includes(name),
      rules: rulesOf(resolved(field, place.shapes), isNamed(field)),
      about: field.description ?? aboutShape(field, place) ?? '',
      example: exampleOf(field),
    }
    return [row, ...innerRows(field, { ...place, path })]
  })
}

/** What a field is made of, where that is told in place. */
function innerRows(field: Schema, place: Place): SchemaRow[] {
  const inner = insideOf(field)
  if (!inner.$ref) return fieldRows(inner, place)
  const name = nameOf(inner.$ref)
  const shape = place.shapes[name]
  if (!place.isWhole || !shape || place.within.includes(name)) return []
  const within = [...place.within, name]
  return innerRows(shape, { ...place, within })
}

/** Of a list its item, of what may be null the rest, of a map its value. */
function insideOf(schema: Schema): Schema {
  const { items, anyOf, additionalProperties } = schema
  const [one, ...others] = (anyOf ?? []).filter(isSomething)
  if (typeof items === 'object') return insideOf(items)
  if (one && others.length === 0) return insideOf(one)
  if (typeof additionalProperties === 'object')
    return insideOf(additionalProperties)
  return schema
}

function isSomething({ type }: Schema): boolean {
  return type !== 'null'
}

function isNamed(field: Schema): boolean {
  return field.$ref !== undefined
}

function resolved(field: Schema, shapes: Shapes): Schema {
  return field.$ref ? (shapes[nameOf(field.$ref)] ?? field) : field
}

function aboutShape(field: Schema, { shapes, isWhole }: Place) {
  return isWhole && field.$ref
    ? shapes[nameOf(field.$ref)]?.description
    : undefined
}

/** A type in words: `array of Order`, `string or null`. */
export function typeOf(schema: Schema): TypePart[] {
  const { $ref, type, items, prefixItems, anyOf, oneOf } = schema
  if ($ref) return [{ shape: nameOf($ref) }]
  if (prefixItems)
    return [{ text: 'pair of ' }, ...typeOf(prefixItems[0] ?? {})]
  const choices = anyOf ?? oneOf
  if (choices)
    return choices.flatMap((choice, at) =>
      at === 0 ? typeOf(choice) : [{ text: ' or ' }, ...typeOf(choice)],
    )
  if (typeof items === 'object')
    return [{ text: 'array of ' }, ...typeOf(items)]
  if (schema.const !== undefined)
    return [{ text: JSON.stringify(schema.const) }]
  if (typeof schema.additionalProperties === 'object')
    return [{ text: 'map of ' }, ...typeOf(schema.additionalProperties)]
  const names = Array.isArray(type) ? type : [type ?? 'anything']
  return [{ text: names.join(' or ') }]
}

/** The rules of a schema in words. A named one tells its own elsewhere. */
function rulesOf(schema: Schema, isNamed: boolean): string[] {
  const values = schema.enum?.map((value) => String(value)) ?? []
  if (values.length > 0) return [`one of ${values.join(', ')}`]
  if (isNamed) return []
  const [one, ...others] = (schema.anyOf ?? []).filter(isSomething)
  if (one && others.length === 0) return rulesOf(one, isNamed)
  return [
    ...between(schema.minimum, schema.maximum, ''),
    ...between(schema.minLength, schema.maxLength, ' characters'),
    ...between(schema.minItems, schema.maxItems, ' items'),
    ...formOf(schema),
    ...(schema.default === undefined
      ? []
      : [`${JSON.stringify(schema.default)} when left out`]),
  ]
}

function between(
  least: number | undefined,
  most: number | undefined,
  unit: string,
): string[] {
  // Every whole number has these: they are JavaScript's, not the contract's.
  const from = least === Number.MIN_SAFE_INTEGER ? undefined : least
  const to = most === Number.MAX_SAFE_INTEGER ? undefined : most
  if (from === undefined && to === undefined) return []
  if (to === undefined) return [`${from}${unit} or more`]
  if (from === undefined) return [`at most ${to}${unit}`]
  return from === to ? [`${to}${unit}`] : [`${from} to ${to}${unit}`]
}

function formOf({ format, pattern }: Schema): string[] {
  if (format === 'date-time') return ['RFC 3339, in UTC']
  if (format === 'starts_with' && pattern)
    return [`begins with ${pattern.replace(/^\^|\.\*$/g, '')}`]
  const hex = /^\^\[0-9a-fA-F\]\{(\d+)\}\$$/.exec(pattern ?? '')
  if (hex) return [`${hex[1]} hexadecimal digits`]
  return []
}

function exampleOf({ examples = [], prefixItems }: Schema): string | null {
  const [example] = examples
  if (example === undefined || prefixItems) return null
  return typeof example === 'string' ? example : JSON.stringify(example)
}
