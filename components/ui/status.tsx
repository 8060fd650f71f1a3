'use client'

import { useState } from 'react'

/**
 * Words that a screen reader is told when they change (ARIA's `status`). What
 * they say at first is text like any other: browsers tell of a status that
 * appears with words in it, as if they were news.
 */
export function Status({ children }: { children: string }) {
  const [first, setFirst] = useState<string | null>(children)
  if (first !== null && first !== children) setFirst(null)
  return (
    <>
      {first}
      <span role="status">{first === null && children}</span>
    </>
  )
}
