'use client'

import {
  lazy,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
  type RefObject,
} from 'react'
import { useFocusReturn } from './use-focus-return'

/** How far from the screen a lab begins to load. */
const nearPx = 600

/**
 * A lab that is on the page before its code is. The server renders it whole;
 * the browser leaves that picture as it is, and puts the working lab in its
 * place when it comes near the screen. Both are the same lab in the same state,
 * so nothing moves; `data-working` tells them apart, for whoever has to know.
 */
export function nearView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Rendered = lazy(async () => ({ default: await load() }))

  return function NearView(props: Props) {
    const place = useRef<HTMLDivElement>(null)
    const [arrived, setArrived] = useState<{
      View: ComponentType<Props>
      focusAt: number
    }>()
    const [isMissing, setIsMissing] = useState(false)
    useNear(place, () =>
      load().then(
        (View) => setArrived({ View, focusAt: focusIn(place.current) }),
        () => setIsMissing(true),
      ),
    )
    if (typeof window === 'undefined')
      return (
        <div className="lab-view">
          <Rendered {...props} />
        </div>
      )
    if (arrived)
      return (
        <Working key="working" focusAt={arrived.focusAt}>
          <arrived.View {...props} />
        </Working>
      )
    return (
      <>
        {isMissing && (
          <p className="lab-missing front" role="alert">
            This lab’s code did not arrive, so its buttons do nothing yet.{' '}
            <button
              type="button"
              className="button"
              onClick={() => location.reload()}
            >
              Load the page again
            </button>
          </p>
        )}
        <div
          className="lab-view"
          key="picture"
          ref={place}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: '' }}
        />
      </>
    )
  }
}

function Working({
  focusAt,
  children,
}: {
  /** Which control of the picture had the focus. */
  focusAt: number
  children: ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  useFocusReturn(place)
  useLayoutEffect(() => {
    controlsIn(place.current)[focusAt]?.focus({ preventScroll: true })
  }, [focusAt])
  return (
    <div className="lab-view" data-working="" ref={place}>
      {children}
    </div>
  )
}

/** A picture has the controls of its lab, in the same order. */
function controlsIn(place: HTMLElement | null): HTMLElement[] {
  const controls = 'a, button, input, select, textarea, summary, [tabindex]'
  return place ? [...place.querySelectorAll<HTMLElement>(controls)] : []
}

function focusIn(place: HTMLElement | null): number {
  return controlsIn(place).findIndex((one) => one === document.activeElement)
}

/** Calls back once: when the element comes near, or somebody reaches for it. */
function useNear(
  place: RefObject<HTMLElement | null>,
  onNear: () => void,
): void {
  const call = useRef(onNear)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) arrive()
      },
      { rootMargin: `${nearPx}px 0px` },
    )
    const leave = () => {
      observer.disconnect()
      element.removeEventListener('focusin', arrive)
    }
    function arrive() {
      leave()
      call.current()
    }
    observer.observe(element)
    element.addEventListener('focusin', arrive)
    return leave
  }, [place])
}
