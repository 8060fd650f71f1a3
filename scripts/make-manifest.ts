/**
 * From a span to the source that ran: walks the doors of the backend, finds
 * every `step('…', () => work())` and every SQL call that the work leads to,
 * and writes each region of source with its SHA-256 to tracing/regions.json.
 * The build imports it, so nothing reads sources or stack traces at run time.
 */
import { createHash } from 'node:crypto'
import { readdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import ts from 'typescript'
import {
  isPlumbing,
  isTransaction,
  visit,
  nameOf,
  functionAround,
  statementAround,
} from './syntax'

type Region = {
  file: string
  function: string
  line: number
  endLine: number
  source: string
}
type Step = { region: string; statements: Record<string, string> }
type Door = { region: string; steps: Record<string, Step> }
type Manifest = { regions: Record<string, Region>; doors: Record<string, Door> }

const operations = new Set(['select', 'insert', 'update', 'delete'])
const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])

/** The manifest of a checkout. Throws when a span could lead to two places. */
export function makeManifest(root: string): Manifest {
  const doors = doorFiles(root)
  const program = ts.createProgram(doors, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    jsx: ts.JsxEmit.ReactJSX,
    paths: { '@/*': [`${root}/*`] },
    resolveJsonModule: true,
    esModuleInterop: true,
    skipLibCheck: true,
    types: [],
  })
  const manifest: Manifest = { regions: {}, doors: {} }
  const walk = new Walk(root, program.getTypeChecker(), manifest)
  for (const file of doors) {
    const source = program.getSourceFile(file)
    if (source) walk.readDoors(source)
  }
  return manifest
}

function doorFiles(root: string): string[] {
  const folders = ['app/api', 'labs']
  return folders.flatMap((folder) => {
    try {
      return readdirSync(join(root, folder), { recursive: true })
        .map((name) => join(root, folder, String(name)))
        .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
        .sort()
    } catch {
      return []
    }
  })
}

class Walk {
  constructor(
    readonly root: string,
    readonly checker: ts.TypeChecker,
    readonly manifest: Manifest,
  ) {}

  /** `export const POST = endpoint(…)`, or `chore('name', …)`. */
  readDoors(source: ts.SourceFile): void {
    for (const statement of source.statements) {
      if (!ts.isVariableStatement(statement)) continue
      for (const declaration of statement.declarationList.declarations) {
        const call = declaration.initializer
        if (!call || !ts.isCallExpression(call)) continue
        const name = this.doorName(source, declaration, call)
        if (name === null) continue
        const region = this.keep(statement, declaration.name.getText())
        this.manifest.doors[name] = { region, steps: this.stepsIn(call) }
      }
    }
  }

  doorName(
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
    const path = relative(join(this.root, 'app'), source.fileName)
      .replace(/\/route\.ts$/, '')
      .replaceAll(/\[(\w+)\]/g, '{$1}')
    return `${method} /${path}`
  }

  stepsIn(door: ts.Node): Record<string, Step> {
    const steps: Record<string, Step> = {}
    visit(door, (node) => {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'step')
        return
      const [name, work] = node.arguments
      if (!name || !ts.isStringLiteral(name) || !work)
        throw new Error(`A step's name is a string literal: ${node.getText()}`)
      const called = this.calledFunction(work)
      const shown = called ?? work
      steps[name.text] = {
        region: this.keep(shown, nameOf(shown)),
        statements:
          called && isPlumbing(called) ? {} : this.statementsFrom(shown),
      }
    })
    return steps
  }

  /** The function that `() => work(…)` calls; the arrow itself when it is more. */
  calledFunction(work: ts.Node): ts.FunctionDeclaration | null {
    if (!ts.isArrowFunction(work)) return null
    const body = ts.isAwaitExpression(work.body)
      ? work.body.expression
      : work.body
    return ts.isCallExpression(body)
      ? this.declarationOf(body.expression)
      : null
  }

  declarationOf(callee: ts.Expression): ts.FunctionDeclaration | null {
    let symbol = this.checker.getSymbolAtLocation(callee)
    if (symbol && symbol.flags & ts.SymbolFlags.Alias)
      symbol = this.checker.getAliasedSymbol(symbol)
    const declaration = symbol?.declarations?.find(ts.isFunctionDeclaration)
    const isOurs =
      declaration?.getSourceFile().fileName.startsWith(`${this.root}/`) &&
      !declaration.getSourceFile().fileName.includes('node_modules')
    return declaration && isOurs ? declaration : null
  }

  /** Every SQL call that a function leads to, by `INSERT orders`. */
  statementsFrom(start: ts.Node): Record<string, string> {
    const found: Record<string, string> = {}
    const seen = new Set<ts.Node>()
    const note = (key: string, node: ts.Node) => {
      const hash = this.keep(statementAround(node), functionAround(node))
      if (found[key] !== undefined && found[key] !== hash)
        throw new Error(
          `${key} stands at two places of one step: ${node.getSourceFile().fileName}`,
        )
      found[key] = hash
    }
    const follow = (node: ts.Node): void => {
      if (seen.has(node)) return
      seen.add(node)
      visit(node, (inner) => {
        if (!ts.isCallExpression(inner)) return
        const sql = this.statementOf(inner)
        if (sql) note(sql, inner)
        else if (isTransaction(inner))
          for (const key of ['transaction', 'BEGIN', 'COMMIT', 'ROLLBACK'])
            note(key, inner)
        const called = this.declarationOf(inner.expression)
        if (called && !isPlumbing(called)) follow(called)
      })
    }
    follow(start)
    return found
  }

  /** `INSERT orders` for `tx.insert(orders)` and for `db.select().from(orders)`. */
  statementOf(call: ts.CallExpression): string | null {
    if (!ts.isPropertyAccessExpression(call.expression)) return null
    const method = call.expression.name.text
    const [table] = call.arguments
    if (!table) return null
    if (method === 'from') return this.keyed('SELECT', table)
    return operations.has(method) && method !== 'select'
      ? this.keyed(method.toUpperCase(), table)
      : null
  }

  keyed(operation: string, table: ts.Expression): string | null {
    let symbol = this.checker.getSymbolAtLocation(table)
    if (symbol && symbol.flags & ts.SymbolFlags.Alias)
      symbol = this.checker.getAliasedSymbol(symbol)
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

  keep(node: ts.Node, name: string): string {
    const file = node.getSourceFile()
    const start = node.getStart(file, true)
    const first = file.getLineAndCharacterOfPosition(start).line
    const last = file.getLineAndCharacterOfPosition(node.getEnd()).line
    const source = file.text
      .split('\n')
      .slice(first, last + 1)
      .join('\n')
    const path = relative(this.root, file.fileName)
    const hash = createHash('sha256').update(source).digest('hex')
    this.manifest.regions[hash] = {
      file: path,
      function: name,
      line: first + 1,
      endLine: last + 1,
      source,
    }
    return hash
  }
}

const isMain = process.argv[1]?.endsWith('make-manifest.ts')
if (isMain) {
  const root = process.cwd()
  const manifest = makeManifest(root)
  const text = `${JSON.stringify(manifest, null, 1)}\n`
  writeFileSync(join(root, 'tracing', 'regions.json'), text)
  const { doors, regions } = manifest
  console.log(
    `${Object.keys(doors).length} doors, ${Object.keys(regions).length} regions of source`,
  )
}
