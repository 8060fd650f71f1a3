/** Which SQL a call sends, by `INSERT orders`: the name of its span. */
import ts from 'typescript'

const operations = new Set(['insert', 'update', 'delete'])
const rawMethods = new Set(['all', 'get', 'run', 'values'])

/** `INSERT orders` for `tx.insert(orders)`; null for a call that sends none. */
export function statementOf(
  call: ts.CallExpression,
  checker: ts.TypeChecker,
): string | null {
  if (!ts.isPropertyAccessExpression(call.expression)) return null
  const method = call.expression.name.text
  const [table] = call.arguments
  if (!table) return null
  if (rawMethods.has(method)) return nameOfText(table)
  if (method === 'from') return named('SELECT', table, checker)
  return operations.has(method)
    ? named(method.toUpperCase(), table, checker)
    : null
}

/** The part that is set off as a call: `tx.insert`, `db.select`. */
export function calleeOf(call: ts.CallExpression): ts.Expression {
  let callee = call.expression
  for (;;) {
    if (!ts.isPropertyAccessExpression(callee)) return callee
    if (!ts.isCallExpression(callee.expression)) return callee
    callee = callee.expression.expression
  }
}

/** Of SQL that is written out; null where even its table is put in later. */
function nameOfText(sql: ts.Expression): string | null {
  if (!ts.isTaggedTemplateExpression(sql) || sql.tag.getText() !== 'sql')
    return null
  const { template } = sql
  const text = ts.isTemplateExpression(template)
    ? template.head.text
    : template.text
  const operation = /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase()
  const table =
    /\b(?:from|into|update(?:\s+or\s+\w+)?)\s+"?((?!or\s)\w+)"?/i.exec(
      text,
    )?.[1]
  return operation && table ? `${operation} ${table}` : null
}

function named(
  operation: string,
  table: ts.Expression,
  checker: ts.TypeChecker,
): string | null {
  if (!ts.isIdentifier(table)) return null
  let symbol = checker.getSymbolAtLocation(table)
  if (symbol && symbol.flags & ts.SymbolFlags.Alias)
    symbol = checker.getAliasedSymbol(symbol)
  const declaration = symbol?.valueDeclaration
  const made =
    declaration && ts.isVariableDeclaration(declaration)
      ? declaration.initializer
      : undefined
  if (!made || !ts.isCallExpression(made)) return null
  const name = made.arguments[0]
  return made.expression.getText() === 'sqliteTable' &&
    name &&
    ts.isStringLiteral(name)
    ? `${operation} ${name.text}`
    : null
}
