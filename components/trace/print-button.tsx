'use client'

import { Icon } from '../ui/icon'

/** Prints the step it stands in, and nothing else of the page. */
export function PrintButton() {
  return (
    <button
      type="button"
      className="button print-button"
      onClick={() => window.print()}
    >
      <Icon name="print" size={15} />
      Print this step
    </button>
  )
}
