import { ownNames } from '@/contracts/otlp-names'
import type { Span, SqlStatement, WireMessage } from '@/contracts/trace'

type Attributes = Span['attributes']

/**
 * A span's attributes with its code, its statement and its messages among
 * them: by the names of the semantic conventions where these have one, and
 * else by names of our own, so that what goes out can come in again whole.
 */
export function allAttributes(span: Span): Attributes {
  return {
    ...routeAttributes(span),
    ...codeAttributes(span),
    ...sqlAttributes(span.sql),
    ...messageAttributes('request', span.wire?.request),
    ...messageAttributes('response', span.wire?.response),
    ...span.attributes,
  }
}

/** A door's span is named after it: the method, and the path with its parts. */
function routeAttributes({ kind, name, attributes }: Span): Attributes {
  if (kind !== 'server' || !('http.request.method' in attributes)) return {}
  const [, route] = /^[A-Z]+ (\/.*)$/.exec(name) ?? []
  return route === undefined ? {} : { 'http.route': route }
}

function codeAttributes({ code }: Span): Attributes {
  if (!code) return {}
  return {
    'code.function.name': code.function,
    'code.file.path': code.file,
    'code.line.number': code.line,
    [ownNames.codeEndLine]: code.endLine,
    [ownNames.codeHash]: code.hash,
    ...(code.within === undefined
      ? {}
      : { [ownNames.codeWithin]: code.within }),
    ...(code.withinLine === undefined
      ? {}
      : { [ownNames.codeWithinLine]: code.withinLine }),
  }
}

function sqlAttributes(sql: SqlStatement | undefined): Attributes {
  if (!sql) return {}
  const found: Attributes = {
    'db.query.text': sql.text,
    [ownNames.sqlParameters]: JSON.stringify(sql.parameters),
  }
  for (const [index, value] of sql.parameters.entries())
    found[`db.query.parameter.${index}`] = String(value)
  if (sql.rowsReturned !== null)
    found['db.response.returned_rows'] = sql.rowsReturned
  if (sql.rowsAffected !== null)
    found[ownNames.sqlRowsAffected] = sql.rowsAffected
  if (sql.rows) found[ownNames.sqlRows] = JSON.stringify(sql.rows)
  if (sql.changes) found[ownNames.sqlChanges] = JSON.stringify(sql.changes)
  if (sql.changesLeftOut !== undefined)
    found[ownNames.sqlChangesLeftOut] = sql.changesLeftOut
  if (sql.plan) found[ownNames.sqlPlan] = sql.plan
  return found
}

function messageAttributes(
  side: 'request' | 'response',
  message: WireMessage | undefined,
): Attributes {
  if (!message) return {}
  const fields = new Map<string, string[]>()
  for (const [name, value] of message.headers) {
    const key = `http.${side}.header.${name.toLowerCase()}`
    fields.set(key, [...(fields.get(key) ?? []), value])
  }
  return {
    ...Object.fromEntries(fields),
    ...(message.bodyBytes === null
      ? {}
      : { [`http.${side}.body.size`]: message.bodyBytes }),
    [side === 'request' ? ownNames.wireRequest : ownNames.wireResponse]:
      JSON.stringify(message),
  }
}
