/** Finds the doors, their steps and what each of them sends, for make-manifest. */
import { relative } from 'node:path'
import ts from 'typescript'
import { RegionBook } from './region-book'
import { statementOf } from './statements'
import {
  isCallTo,
  isTransaction,
  statementAround,
  visit,
  workOf,
} from './syntax'

/** Regions by their place in the list. */
export type Step = { region: number; statements: Record<string, number> }
export type Steps = Record<string, Step>
export type Door = { region: number; steps: Steps }

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

export class DoorWalk {
  readonly doors: Record<string, Door> = {}

  constructor(
    readonly root: string,
    readonly checker: ts.TypeChecker,
    readonly book: RegionBook,
  ) {}

  /** `export const POST = endpoint(…)`, or `chore('name', …)`. */
  readDoors(source: ts.SourceFile): void {
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement)) continue
      for (const declaration of statement.declarationList.declarations) {
        const call = declaration.initializer
        if (!call || !ts.isCallExpression(call)) continue
        const name = this.#doorName(source, declaration, call)
        if (name === null) continue
        const region = this.book.keep(statement)
        this.doors[name] = { region, steps: this.stepsIn(call) }
      }
    }
  }

  #doorName(
    source: ts.SourceFile,
    declaration: ts.VariableDeclaration,
    call: ts.CallExpression,
  ): string | null {
    const callee = call.expression.getText()
    const first = call.arguments[0]
    if (callee === 'chore' && first && ts.isStringLiteral(first))
      return first.text
    const method = declaration.name.getText()
    if (callee !== 'endpoint' || !methods.has(method)) return null
    const path = relative(`${this.root}/app`, source.fileName)
      .replace(/\/route\.ts$/, '')
      .replaceAll(/\[(\w+)\]/g, '{$1}')
    return `${method} /${path}`
  }

  /**
   * Every `step('…', () => work())` below a node, and in the functions of its
   * own file that it calls.
   */
  stepsIn(node: ts.Node, steps: Steps = {}, seen = new Set<ts.Node>()): Steps {
    visit(node, (inner) => {
      if (!ts.isCallExpression(inner)) return
      const helper = this.#declarationOf(inner.expression)
      if (
        helper &&
        !seen.has(helper) &&
        helper.getSourceFile() === node.getSourceFile()
      )
        this.stepsIn(helper, steps, seen.add(helper))
      if (!isCallTo('step', inner)) return
      const [name, work] = inner.arguments
      if (!name || !ts.isStringLiteral(name) || !work)
        throw new Error(`A step's name is a string literal: ${inner.getText()}`)
      const called = this.#calledFunction(work)
      if (called) this.book.markCall(called.callee)
      const shown = called?.declaration ?? work
      steps[name.text] = {
        region: this.book.keep(shown),
        statements: this.#statementsFrom(shown),
      }
    })
    return steps
  }

  /** The function that `() => work(…)` calls; null when the arrow is more. */
  #calledFunction(work: ts.Node) {
    if (!ts.isArrowFunction(work)) return null
    const body = ts.isAwaitExpression(work.body)
      ? work.body.expression
      : work.body
    if (!ts.isCallExpression(body)) return null
    const declaration = this.#declarationOf(body.expression)
    return declaration && { callee: body.expression, declaration }
  }

  #declarationOf(callee: ts.Expression): ts.FunctionDeclaration | null {
    // A method's symbol would cost its whole chain of types.
    if (!ts.isIdentifier(callee)) return null
    let symbol = this.checker.getSymbolAtLocation(callee)
    if (symbol && symbol.flags & ts.SymbolFlags.Alias)
      symbol = this.checker.getAliasedSymbol(symbol)
    const declaration = symbol?.declarations?.find(ts.isFunctionDeclaration)
    const isOurs =
      declaration?.getSourceFile().fileName.startsWith(`${this.root}/`) &&
      !declaration.getSourceFile().fileName.includes('node_modules')
    return declaration && isOurs ? declaration : null
  }

  /** Every call out that a function leads to: `INSERT orders`, `POST`. */
  #statementsFrom(start: ts.Node): Record<string, number> {
    const found: Record<string, number> = {}
    const seen = new Set<ts.Node>()
    const note = (key: string, region: number) => {
      if (found[key] !== undefined && found[key] !== region)
        throw new Error(
          `${key} stands at two places of one step: ${this.book.placeOf(region)} and ${this.book.placeOf(found[key])}`,
        )
      found[key] = region
    }
    const follow = (node: ts.Node): void => {
      if (seen.has(node)) return
      seen.add(node)
      visit(node, (inner) => {
        if (!ts.isCallExpression(inner)) return
        // What runs outside of every visit leaves no span.
        if (isCallTo('untraced', inner)) return false
        const sql = statementOf(inner, this.checker)
        if (sql) note(sql, this.book.keep(statementAround(inner)))
        else if (isTransaction(inner)) this.#noteTransaction(inner, note)
        else if (isCallTo('post', inner))
          note('POST', this.book.keep(statementAround(inner)))
        else if (isCallTo('ask', inner))
          note('GET', this.book.keep(statementAround(inner)))
        const called = this.#declarationOf(inner.expression)
        if (called) follow(called)
      })
    }
    follow(start)
    return found
  }

  /** It begins where its work opens, and commits where its work closes. */
  #noteTransaction(
    call: ts.CallExpression,
    note: (key: string, region: number) => void,
  ): void {
    const statement = statementAround(call)
    const work = workOf(call)
    const whole = this.book.keep(statement)
    note('transaction', whole)
    note('ROLLBACK', whole)
    note(
      'BEGIN',
      work ? this.book.keep(statement, { to: work.getStart() }) : whole,
    )
    note(
      'COMMIT',
      work ? this.book.keep(statement, { from: work.end - 1 }) : whole,
    )
  }
}
