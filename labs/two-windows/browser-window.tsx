import { useSyncExternalStore, type Ref } from 'react'
import { useIsReady } from '@/components/lab/use-is-ready'
import { Icon } from '@/components/ui/icon'
import type { WindowName } from './observations'

const address = '/labs/two-windows/window'

/** A window onto a page of this site: a frame, and so a page of its own. */
export function BrowserWindow({
  name,
  whose,
  isOther = false,
  frame,
  onReload,
}: {
  name: WindowName
  /** Whose browser it is, under the name. */
  whose: string
  /** A frame without any of this browser’s cookies and storage. */
  isOther?: boolean
  frame: Ref<HTMLIFrameElement>
  onReload: () => void
}) {
  const isReady = useIsReady()
  const title = `Window ${name}`
  return (
    <section className="two-window" aria-label={title}>
      <p className="two-window-head">
        <b>{title}</b>
        <span>{whose}</span>
        <button
          type="button"
          className="button"
          disabled={!isReady}
          onClick={onReload}
        >
          <Icon name="retry" size={15} />
          Reload<span className="sr-only"> window {name}</span>
        </button>
      </p>
      {isReady ? (
        <iframe
          ref={frame}
          title={title}
          src={address}
          {...(isOther ? { credentialless: true } : {})}
        />
      ) : (
        <p className="two-window-rest">The window opens with the lab.</p>
      )}
    </section>
  )
}

const never = () => () => undefined

/** Whether this browser can open a frame without its cookies and storage. */
export function useCanBeOther(): boolean {
  return useSyncExternalStore(
    never,
    () => 'credentialless' in HTMLIFrameElement.prototype,
    () => true,
  )
}
