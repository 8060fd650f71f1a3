import {
  useRef,
  type PointerEvent as ReactPointerEvent,
  type ReactNode,
} from 'react'

const heights = ['peek', 'half', 'full'] as const
export type SheetHeight = (typeof heights)[number]

/** Further than this a finger means to move the sheet. */
const dragPx = 40

/**
 * Beside the timeline on a wide screen; on a small one a sheet at its foot,
 * pulled up by its handle: by dragging, by pressing, by the keyboard.
 */
export function InspectorSheet({
  height,
  onHeight,
  children,
}: {
  height: SheetHeight
  onHeight: (height: SheetHeight) => void
  children: ReactNode
}) {
  const startY = useRef<number | null>(null)
  const moveBy = (steps: number) => {
    const at = heights.indexOf(height) + steps
    onHeight(heights[Math.min(Math.max(at, 0), heights.length - 1)] ?? height)
  }
  const press = () => (height === 'full' ? onHeight('peek') : moveBy(1))
  const endDrag = ({ clientY }: ReactPointerEvent) => {
    if (startY.current === null) return
    const moved = startY.current - clientY
    startY.current = null
    if (Math.abs(moved) < dragPx) press()
    else
      moveBy(
        moved > 3 * dragPx ? 2 : moved > 0 ? 1 : moved < -3 * dragPx ? -2 : -1,
      )
  }
  return (
    <aside
      className="replay-inspector"
      data-sheet={height}
      aria-label="Inspector"
    >
      <button
        type="button"
        className="sheet-handle"
        aria-expanded={height !== 'peek'}
        aria-label={
          height === 'full' ? 'Lower the inspector' : 'Raise the inspector'
        }
        onPointerDown={(event) => {
          startY.current = event.clientY
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerUp={endDrag}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') moveBy(1)
          else if (event.key === 'ArrowDown') moveBy(-1)
          else if (event.key === 'Enter' || event.key === ' ') press()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <div className="sheet-content">{children}</div>
    </aside>
  )
}
