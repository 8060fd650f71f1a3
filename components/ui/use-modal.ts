import { useEffect, type RefObject } from 'react'

/** Opens a dialog for as long as it is drawn; a press beside it closes it. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    const leave = ({ target }: MouseEvent) => {
      if (target === element) element.close()
    }
    element.addEventListener('click', leave)
    if (!element.open) element.showModal()
    return () => {
      element.removeEventListener('click', leave)
    }
  }, [dialog])
}
