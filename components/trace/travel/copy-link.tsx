'use client'

import { useState } from 'react'
import { Icon } from '@/components/ui/icon'

/**
 * Copies an address: the page's own, which names step, view and span, so that
 * the link opens exactly here; or another that is given.
 */
export function CopyLink({
  address,
  className = 'button replay-copy',
}: {
  address?: string
  className?: string
}) {
  const [said, setSaid] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(address ?? window.location.href)
      setSaid('Copied')
    } catch {
      setSaid(
        address ? 'Copy it from the field' : 'Copy it from the address bar',
      )
    }
    setTimeout(() => setSaid(''), 2500)
  }
  return (
    <>
      <button type="button" className={className} onClick={copy}>
        <Icon name="link" size={15} />
        <span>{said || 'Copy link'}</span>
      </button>
      <span className="sr-only" aria-live="polite" aria-atomic="true">
        {said}
      </span>
    </>
  )
}
