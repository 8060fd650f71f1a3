'use client'

import { tokenLines } from './token-lines'
import { useOrigin } from './use-snippets'

/** The lines that get a token, for the address the reader is at. */
export function TokenLinesHere({ base }: { base: string }) {
  return <pre>{tokenLines(useOrigin() ?? base)}</pre>
}
