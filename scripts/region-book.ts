/** The regions of source that a trace can lead to, for scripts/make-manifest.ts. */
import { createHash } from 'node:crypto'
import { relative } from 'node:path'
import ts from 'typescript'
import type { CodeRegion } from '@/contracts/trace'
import type { Stretch } from './highlight'
import { calleeOf, statementOf } from './statements'
import { isMessage, isTransaction, nameOf, visit, wholeAround } from './syntax'

/** Where a part of a node begins and ends, in characters of the file. */
type Part = { from?: number; to?: number }

export class RegionBook {
  readonly regions: CodeRegion[] = []
  /** What is to be set off as a call, by file. */
  readonly calls = new Map<ts.SourceFile, Stretch[]>()
  readonly #known = new Map<string, number>()
  readonly #wholes = new Set<ts.Node>()

  constructor(
    readonly root: string,
    readonly checker: ts.TypeChecker,
  ) {}

  placeOf(region: number): string {
    const { file, line } = this.regions[region] ?? {}
    return `${file}:${line}`
  }

  /** Writes down the lines of a node, and the function around it; its number. */
  keep(node: ts.Node, part: Part = {}): number {
    const whole = wholeAround(node)
    const region = this.#regionOf(node, part)
    if (whole !== node) {
      const around = this.regions[this.keep(whole)]
      if (around && around.hash !== region.hash) {
        region.within = around.hash
        region.withinLine = around.line
      }
    } else this.#markCalls(whole)

    const key = `${region.file}:${region.line}-${region.endLine}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.regions.push(region) - 1)
    return this.regions.length - 1
  }

  /** Sets a name off as a call that leads on to another file. */
  markCall(callee: ts.Node): void {
    const file = callee.getSourceFile()
    const calls = this.calls.get(file) ?? []
    calls.push({ start: callee.getStart(), end: callee.getEnd() })
    this.calls.set(file, calls)
  }

  /** In a function's code only what leaves for another place is set off. */
  #markCalls(whole: ts.Node): void {
    if (this.#wholes.has(whole)) return
    this.#wholes.add(whole)
    visit(whole, (node) => {
      if (!ts.isCallExpression(node)) return
      const leaves =
        isMessage(node) ||
        isTransaction(node) ||
        statementOf(node, this.checker) !== null
      if (leaves) this.markCall(calleeOf(node))
    })
  }

  /** Whole lines, since that is what a reader is shown. */
  #regionOf(node: ts.Node, { from, to }: Part): CodeRegion {
    const file = node.getSourceFile()
    const lineAt = (at: number) => file.getLineAndCharacterOfPosition(at).line
    const first = lineAt(from ?? node.getStart(file, true))
    const last = lineAt(to ?? node.getEnd())
    const text = file.text
      .split('\n')
      .slice(first, last + 1)
      .join('\n')
    return {
      file: relative(this.root, file.fileName),
      function: nameOf(node),
      line: first + 1,
      endLine: last + 1,
      hash: createHash('sha256').update(text).digest('hex'),
    }
  }
}
