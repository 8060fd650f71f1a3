'use client'

import { useRef, useState, type ComponentType } from 'react'
import { Icon } from '@/components/ui/icon'
import { CopyLink } from './copy-link'
import type { TravelDialogProps } from './travel-dialog'

type Travelling = { traceId: string; shareId?: string }

/**
 * What can be done with a trace besides looking at it: the link to this place,
 * and a dialog for everything else, which is loaded when it is first wanted.
 */
export function TravelButton(trace: Travelling) {
  const button = useRef<HTMLButtonElement>(null)
  const [Dialog, setDialog] = useState<ComponentType<TravelDialogProps>>()
  const [isOpen, setIsOpen] = useState(false)
  async function open() {
    setIsOpen(true)
    if (Dialog) return
    const { TravelDialog } = await import('./travel-dialog')
    setDialog(() => TravelDialog)
  }
  return (
    <>
      <CopyLink />
      <button
        ref={button}
        type="button"
        className="button button-solid replay-travel"
        aria-haspopup="dialog"
        onClick={() => void open()}
      >
        <Icon name="share" size={15} />
        Share
      </button>
      {isOpen && Dialog && (
        <Dialog
          {...trace}
          onClose={() => {
            setIsOpen(false)
            button.current?.focus()
          }}
        />
      )}
    </>
  )
}
