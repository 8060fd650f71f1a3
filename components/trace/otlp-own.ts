import { ownNames, ownPrefix } from '@/contracts/otlp-names'
import type {
  CodeRegion,
  Row,
  RowChange,
  Span,
  SqlStatement,
  SqlValue,
  WireMessage,
} from '@/contracts/trace'
import { asText, isObject } from './otlp-json'

type Attributes = Span['attributes']
type Own = Pick<Span, 'code' | 'sql' | 'wire'>

/**
 * What the exporter of a resource's spans had left out of their trace: how
 * many, or 0 when it does not say; undefined when it left out none.
 */
export function readCut(resource: Attributes): number | undefined {
  const count = resource[ownNames.spansLeftOut]
  if (isWhole(count) && count > 0) return count
  return resource[ownNames.truncated] === true ? 0 : undefined
}

/**
 * Splits off what this site adds to a span when it exports it. A file can
 * hold anything under these names, so only what has their shape is taken.
 */
export function takeOwn(all: Attributes): Own & Pick<Span, 'attributes'> {
  // Most spans of others have nothing to be split off.
  let isPlain = true
  for (const name in all) if (isSplitOff(name)) isPlain = false
  if (isPlain) return { attributes: all }
  const code = readCode(all)
  const sql = readSql(all)
  const wire = readWire(all)
  const own = {
    ...(code ? { code } : {}),
    ...(sql ? { sql } : {}),
    ...(wire ? { wire } : {}),
  }
  const names = Object.keys(all)
  if (!names.some((name) => name.startsWith(ownPrefix)))
    return { ...own, attributes: all }
  const others = Object.entries(all).filter(
    ([name]) => !name.startsWith(ownPrefix),
  )
  return { ...own, attributes: Object.fromEntries(others) }
}

function isSplitOff(name: string): boolean {
  return name.startsWith(ownPrefix) || name.startsWith('db.')
}

function readCode(all: Attributes): CodeRegion | undefined {
  const hash = asText(all[ownNames.codeHash])
  const within = asText(all[ownNames.codeWithin])
  const withinLine = all[ownNames.codeWithinLine]
  const line = all['code.line.number']
  const endLine = all[ownNames.codeEndLine]
  if (!isHash(hash) || !isWhole(line) || !isWhole(endLine)) return undefined
  return {
    function: asText(all['code.function.name']),
    file: asText(all['code.file.path']),
    line,
    endLine,
    hash,
    ...(isHash(within) ? { within } : {}),
    ...(isWhole(withinLine) ? { withinLine } : {}),
  }
}

/** Of others' statements at least the text, the parameters and the count. */
function readSql(all: Attributes): SqlStatement | undefined {
  const text = all['db.query.text'] ?? all['db.statement']
  if (typeof text !== 'string') return undefined
  const returned = all['db.response.returned_rows']
  const affected = all[ownNames.sqlRowsAffected]
  const rows = parse(all[ownNames.sqlRows], isListOf(isRow))
  const changes = parse(all[ownNames.sqlChanges], isListOf(isChange))
  const changesLeftOut = all[ownNames.sqlChangesLeftOut]
  const plan = all[ownNames.sqlPlan]
  return {
    text,
    parameters:
      parse(all[ownNames.sqlParameters], isListOf(isValue)) ??
      othersParameters(all),
    rowsReturned: isWhole(returned) ? returned : null,
    rowsAffected: isWhole(affected) ? affected : null,
    ...(rows ? { rows } : {}),
    ...(changes ? { changes } : {}),
    ...(isWhole(changesLeftOut) ? { changesLeftOut } : {}),
    ...(Array.isArray(plan) ? { plan: plan.map(String) } : {}),
  }
}

const parameterPrefix = 'db.query.parameter.'

function othersParameters(all: Attributes): SqlValue[] {
  return Object.entries(all)
    .filter(([name]) => name.startsWith(parameterPrefix))
    .map(([, value]) => (typeof value === 'number' ? value : String(value)))
}

function readWire(all: Attributes): Span['wire'] {
  const request = parse(all[ownNames.wireRequest], isMessage)
  const response = parse(all[ownNames.wireResponse], isMessage)
  if (!request && !response) return undefined
  return {
    ...(request ? { request } : {}),
    ...(response ? { response } : {}),
  }
}

function parse<Shape>(
  text: unknown,
  has: (value: unknown) => value is Shape,
): Shape | undefined {
  if (typeof text !== 'string') return undefined
  try {
    const value: unknown = JSON.parse(text)
    return has(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isListOf<Item>(has: (value: unknown) => value is Item) {
  return (value: unknown): value is Item[] =>
    Array.isArray(value) && value.every(has)
}

function isValue(value: unknown): value is SqlValue {
  return value === null || ['string', 'number'].includes(typeof value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isRow(value: unknown): value is Row {
  return isObject(value) && Object.values(value).every(isValue)
}

function isChange(value: unknown): value is RowChange {
  return (
    isObject(value) &&
    isText(value['table']) &&
    isListOf(isText)(value['key']) &&
    [value['before'], value['after']].every((row) => row === null || isRow(row))
  )
}

function isMessage(value: unknown): value is WireMessage {
  if (!isObject(value) || !isText(value['startLine'])) return false
  const { headers, body, bodyBytes } = value
  const isField = (field: unknown) =>
    isListOf(isText)(field) && field.length === 2
  return (
    Array.isArray(headers) &&
    headers.every(isField) &&
    (body === null || isText(body)) &&
    (bodyBytes === null || isWhole(bodyBytes))
  )
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{16,128}$/.test(text)
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value)
}
