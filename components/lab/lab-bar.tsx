import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'

/** What was run, in one line, and the way back to the start. */
export function LabBar({
  children,
  isBusy = false,
  onReset,
}: {
  children: ReactNode
  /** Meanwhile there is no way back. */
  isBusy?: boolean
  onReset: () => void
}) {
  return (
    <>
      <span>{children}</span>
      <button
        type="button"
        className="button"
        disabled={isBusy}
        onClick={onReset}
      >
        <Icon name="retry" size={15} />
        Reset
      </button>
    </>
  )
}
