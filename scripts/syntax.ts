/** Small questions about a syntax tree, for scripts/make-manifest.ts. */
import ts from 'typescript'

/** Plumbing is not part of the story: its SQL has no place to show. */
export function isPlumbing(node: ts.Node): boolean {
  return /\/server\/(http|sandbox)\//.test(node.getSourceFile().fileName)
}

export function isTransaction(call: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(call.expression) &&
    call.expression.name.text === 'transaction'
  )
}

export function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node)
  ts.forEachChild(node, (child) => visit(child, each))
}

export function nameOf(node: ts.Node): string {
  return ts.isFunctionDeclaration(node) && node.name
    ? node.name.text
    : functionAround(node)
}

export function functionAround(node: ts.Node): string {
  for (let at = node.parent; at; at = at.parent) {
    if (ts.isFunctionDeclaration(at) && at.name) return at.name.text
    if (
      ts.isVariableDeclaration(at) &&
      ts.isSourceFile(at.parent.parent.parent)
    )
      return at.name.getText()
  }
  return ''
}

export function statementAround(node: ts.Node): ts.Node {
  let at = node
  while (at.parent && !ts.isStatement(at)) at = at.parent
  return at
}
