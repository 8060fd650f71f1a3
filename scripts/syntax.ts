/** Small questions about a syntax tree, for scripts/walk-doors.ts. */
import ts from 'typescript'

export function isTransaction(call: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'transaction'
  )
}

/** A call to another program: `post(url, …)`, `fetch(url, …)`. */
export function isMessage(call: ts.CallExpression): boolean {
  const callee = call.expression
  return (
    ts.isIdentifier(callee) &&
    (callee.text === 'post' || callee.text === 'fetch')
  )
}

export function isCallTo(name: string, node: ts.Node): boolean {
  return ts.isCallExpression(node) && node.expression.getText() === name
}

/** Each node below and with this one; `each` returns false to stay above. */
export function visit(
  node: ts.Node,
  each: (node: ts.Node) => boolean | void,
): void {
  if (each(node) === false) return
  ts.forEachChild(node, (child) => visit(child, each))
}

/** What stands at the top level of a file around a node: its function, mostly. */
export function wholeAround(node: ts.Node): ts.Node {
  let at = node
  while (at.parent && !ts.isSourceFile(at.parent)) at = at.parent
  return at
}

/** The name under which a reader finds a node's code: its function or door. */
export function nameOf(node: ts.Node): string {
  const whole = wholeAround(node)
  if (ts.isVariableStatement(whole)) {
    const [first] = whole.declarationList.declarations
    return first?.name.getText() ?? ''
  }
  const isNamed =
    ts.isFunctionDeclaration(whole) || ts.isClassDeclaration(whole)
  return isNamed ? (whole.name?.text ?? '') : ''
}

export function statementAround(node: ts.Node): ts.Node {
  let at = node
  while (at.parent && !ts.isStatement(at)) at = at.parent
  return at
}

/** The function that a transaction is handed: between BEGIN and COMMIT. */
export function workOf(call: ts.CallExpression): ts.Block | null {
  const [work] = call.arguments
  return work && ts.isArrowFunction(work) && ts.isBlock(work.body)
    ? work.body
    : null
}
