/**
 * Holds the code that a span leads to against the files of a checkout. It
 * believes nothing of the manifest: it cuts the lines out of the file itself,
 * hashes them itself, and compares with what the trace says ran.
 */
import { createHash } from 'node:crypto'
import type { SourceRegion, Span } from '@/contracts/trace'

export type Checkout = {
  /** The text of a file of the checkout; throws when there is none. */
  read: (path: string) => string
  /** What a reader is shown for a hash; null when nothing is. */
  shown: (hash: string) => SourceRegion | null
}

/** What is wrong with the code of a span; empty when it is proven. */
export function proveCode(span: Span, checkout: Checkout): string[] {
  if (span.service === 'browser') return []
  const { code } = span
  if (!code) return [`${span.name} leads to no code`]

  const { file, line, endLine, hash, within, withinLine } = code
  const part = { file, line, endLine, hash }
  const findings = proveRegion(part, checkout)
  if (within === undefined)
    return findings.map((finding) => `${span.name}: ${finding}`)

  const whole = checkout.shown(within)
  if (!whole || withinLine === undefined)
    findings.push('the function around it is not known')
  else {
    const lastLine = withinLine + whole.lines.length - 1
    if (line < withinLine || endLine > lastLine)
      findings.push('it does not lie within its function')
    const around = { file, line: withinLine, endLine: lastLine, hash: within }
    findings.push(...proveRegion(around, checkout))
  }
  return findings.map((finding) => `${span.name}: ${finding}`)
}

type Region = { file: string; line: number; endLine: number; hash: string }

function proveRegion(
  { file, line, endLine, hash }: Region,
  { read, shown }: Checkout,
): string[] {
  const lines = read(file).split('\n')
  const text = lines.slice(line - 1, endLine).join('\n')
  const place = `${file}, lines ${line} to ${endLine}`
  const findings: string[] = []
  if (line < 1 || endLine < line || endLine > lines.length)
    findings.push(`${place}, are not in the file`)
  if (createHash('sha256').update(text).digest('hex') !== hash)
    findings.push(`${place}, are not what ran`)
  const source = shown(hash)
  if (!source) findings.push(`${place}, cannot be shown`)
  else if (textOf(source) !== text)
    findings.push(`${place}, are shown as something else`)
  return findings
}

function textOf({ lines }: SourceRegion): string {
  return lines.map((line) => line.map(([text]) => text).join('')).join('\n')
}
