/**
 * The functions that chapters quote, read from the real files, for
 * scripts/make-manifest.ts. A quotation of code that is not there ends the build.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { encodeLine } from '@/tracing/source-lines'
import type { makeHighlighter } from './highlight'

export type Quotation = { file: string; of: string }
export type Quoted = { line: number; lines: string[][] }

const tag = /<Quote\b([^>]*)\/>/g

/** Every quotation in the chapters, once each. */
export function quotationsIn(root: string): Quotation[] {
  const folder = join(root, 'content', 'learn')
  const found = readdirSync(folder)
    .filter((name) => name.endsWith('.mdx'))
    .flatMap((name) => [
      ...readFileSync(join(folder, name), 'utf8').matchAll(tag),
    ])
    .map(([, attributes = '']) => ({
      file: attributeOf(attributes, 'file'),
      of: attributeOf(attributes, 'of'),
    }))
  return [...new Map(found.map((one) => [quoteKey(one), one])).values()]
}

export function quoteKey({ file, of }: Quotation): string {
  return `${file}#${of}`
}

/** The lines of each quoted function, highlighted, by file and name. */
export function quoteAll(
  root: string,
  highlight: Awaited<ReturnType<typeof makeHighlighter>>,
): Record<string, Quoted> {
  return Object.fromEntries(
    quotationsIn(root).map((quotation) => [
      quoteKey(quotation),
      quote(root, quotation, highlight),
    ]),
  )
}

function quote(
  root: string,
  quotation: Quotation,
  highlight: Awaited<ReturnType<typeof makeHighlighter>>,
): Quoted {
  const { file, of } = quotation
  const text = readFileSync(join(root, file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true)
  const node = source.statements.find((one) => namesOf(one).includes(of))
  if (!node) throw new Error(`A chapter quotes ${of} of ${file}: not there`)
  const lineAt = (at: number) => source.getLineAndCharacterOfPosition(at).line
  const first = lineAt(node.getStart(source, true))
  const last = lineAt(node.getEnd())
  return {
    line: first + 1,
    lines: highlight(text, [])
      .slice(first, last + 1)
      .map(encodeLine),
  }
}

function namesOf(node: ts.Statement): string[] {
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map(({ name }) => name.getText())
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  return isNamed && node.name ? [node.name.text] : []
}

function attributeOf(attributes: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
  if (value === undefined)
    throw new Error(`A <Quote> has no ${name}: ${attributes.trim()}`)
  return value
}
