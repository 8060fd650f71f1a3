'use client'

import { useEffect, useState, type ComponentType } from 'react'
import { useRouter } from 'next/navigation'
import { isEmbedded } from '../embedded'

type Opened = ComponentType<{ onClose: () => void }>

/**
 * Opens the search: by a press of its link, by `/`, by Ctrl-K or Cmd-K. The
 * search itself, and what it looks through, is loaded when it is first opened.
 */
export function SearchHost() {
  const [Dialog, setDialog] = useState<Opened>()
  /** Which opening it is; zero while there is none. */
  const [opening, setOpening] = useState(0)
  const router = useRouter()
  useEffect(() => {
    if (isEmbedded()) return
    const open = (event: Event) => {
      event.preventDefault()
      // One that was closed hears of it at the next frame: this is another.
      setOpening((before) => before + 1)
      import('./search-dialog').then(
        ({ SearchDialog }) => setDialog(() => SearchDialog),
        // It did not come. The list of everything is a page of its own.
        () => router.push('/search'),
      )
    }
    const press = (event: MouseEvent) => {
      const { target, ctrlKey, metaKey, shiftKey } = event
      if (ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return
      if (target.closest('.search-link')) open(event)
    }
    const key = (event: KeyboardEvent) => {
      if (isAsking(event) && !document.querySelector('dialog[open]'))
        open(event)
    }
    document.addEventListener('click', press)
    document.addEventListener('keydown', key)
    return () => {
      document.removeEventListener('click', press)
      document.removeEventListener('keydown', key)
    }
  }, [router])
  return opening > 0 && Dialog ? (
    <Dialog key={opening} onClose={() => setOpening(0)} />
  ) : null
}

/** A key that is typed into a field is the field's own. */
function isAsking({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent) {
  if (altKey) return false
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k'
  return (
    key === '/' &&
    !(
      target instanceof Element &&
      target.closest('input, textarea, select, [contenteditable]')
    )
  )
}
