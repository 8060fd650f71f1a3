'use client'

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useFocusFallback } from '@/components/ui/use-focus-fallback'
import {
  inspectorViews,
  viewTitles,
  type InspectorView,
} from './inspector-views'

/** The four views as tabs: one is in the order of Tab, arrows reach the rest. */
export function InspectorTabs({
  id,
  label,
  view,
  spanId,
  onView,
}: {
  id: string
  label: string
  view: InspectorView
  spanId: string
  onView: (view: InspectorView) => void
}) {
  const tabs = useRef(new Map<InspectorView, HTMLButtonElement>())
  // A caller that was gone to is no caller any more, and its link has gone.
  const shown = useFocusFallback<HTMLButtonElement>(spanId)
  const handleKeyDown = (event: KeyboardEvent) => {
    const next = viewAfter(view, event.key)
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    // The arrows step through the trace everywhere but here.
    event.stopPropagation()
    onView(next)
    tabs.current.get(next)?.focus()
  }
  return (
    <div className="inspector-tabs" role="tablist" aria-label={label}>
      {inspectorViews.map((name) => (
        <button
          key={name}
          ref={(tab) => {
            if (tab) tabs.current.set(name, tab)
            if (name === view) shown.current = tab
          }}
          type="button"
          role="tab"
          id={`${id}-${name}`}
          aria-selected={name === view}
          aria-controls={name === view ? `${id}-panel` : undefined}
          tabIndex={name === view ? 0 : -1}
          onClick={() => onView(name)}
          onKeyDown={handleKeyDown}
        >
          {viewTitles[name]}
        </button>
      ))}
    </div>
  )
}

function viewAfter(view: InspectorView, key: string) {
  const at = inspectorViews.indexOf(view)
  const count = inspectorViews.length
  if (key === 'ArrowRight') return inspectorViews[(at + 1) % count]
  if (key === 'ArrowLeft') return inspectorViews[(at + count - 1) % count]
  if (key === 'Home') return inspectorViews[0]
  if (key === 'End') return inspectorViews[count - 1]
  return undefined
}

/** The view itself. It shows its beginning, or the lines that ran. */
export function InspectorPanel({
  id,
  view,
  spanId,
  children,
}: {
  id: string
  view: InspectorView
  spanId: string
  children: ReactNode
}) {
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (panel.current && view !== 'data') showRun(panel.current)
  }, [view, spanId])
  return (
    <div
      ref={panel}
      key={view}
      className="inspector-panel"
      role="tabpanel"
      id={`${id}-panel`}
      aria-labelledby={`${id}-${view}`}
      tabIndex={0}
    >
      {children}
    </div>
  )
}

/** Scrolls this panel alone, and no further than the lines that ran need. */
function showRun(panel: HTMLElement) {
  const runs = panel.querySelectorAll<HTMLElement>('.code-line.is-run')
  const first = runs[0]?.getBoundingClientRect()
  const last = runs[runs.length - 1]?.getBoundingClientRect()
  const origin = panel.getBoundingClientRect().top - panel.scrollTop
  const margin = 40
  const toEnd = last ? last.bottom - origin + margin - panel.clientHeight : 0
  const toStart = first ? first.top - origin - margin : 0
  panel.scrollTop = Math.max(0, Math.min(toEnd, toStart))
}
