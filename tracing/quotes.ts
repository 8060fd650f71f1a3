import type { SourceRegion } from '@/contracts/trace'
import quotes from './quotes.json'
import { decodeLine } from './source-lines'

type Quoted = { line: number; lines: SourceRegion['lines'] }

/** A function that a chapter quotes. Throws for one that no chapter does. */
export function quotedCode(file: string, of: string): Quoted {
  const all: Record<string, { line: number; lines: string[][] }> = quotes
  const found = all[`${file}#${of}`]
  if (!found) throw new Error(`${of} of ${file} is not quoted in content/learn`)
  return { line: found.line, lines: found.lines.map(decodeLine) }
}
