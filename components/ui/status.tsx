'use client'

import { useState } from 'react'

/**
 * Words that a screen reader is told when they change (a live region of ARIA).
 * What they say at first is text like any other: browsers tell of a region that
 * appears with words in it, as if they were news. It is not of the role
 * `status`, which Orca names instead of reading the words.
 */
export function Status({ children }: { children: string }) {
  const [first, setFirst] = useState<string | null>(children)
  if (first !== null && first !== children) setFirst(null)
  return (
    <>
      {first}
      <span aria-live="polite" aria-atomic="true">
        {first === null && children}
      </span>
    </>
  )
}
