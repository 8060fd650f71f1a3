import { readFile } from 'node:fs/promises'
import { programFile } from './writer'

/** The text of the program, from the very file that was run. */
export function readProgram(): Promise<string> {
  return readFile(programFile, 'utf8')
}
