'use client'

import { useEffect, useState } from 'react'
import { ApiProblemError } from '@/components/api-errors'
import { shareTrace } from '@/components/trace/travel/travel-api'

/**
 * No other page of this site may be framed, so every link opens outside the
 * frame. Out there nobody has the token of this frame's sandbox: a trace that
 * is opened is shared first, and the public copy is what opens.
 */
export function LinksOutOfTheFrame() {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const hear = (event: MouseEvent) => {
      const link = linkAt(event.target)
      if (!link || isWithinPage(link)) return
      link.target = '_blank'
      link.rel = 'noopener'
      if (!hasOwnTrace(new URL(link.href))) return
      event.preventDefault()
      void openCopy(new URL(link.href), setSaid)
    }
    // Before React hears of it: a Link leaves alone what opens elsewhere.
    document.addEventListener('click', hear, true)
    return () => document.removeEventListener('click', hear, true)
  }, [])
  return (
    <p aria-live="polite" aria-atomic="true">
      {said}
    </p>
  )
}

function linkAt(target: EventTarget | null): HTMLAnchorElement | null {
  return target instanceof Element
    ? target.closest<HTMLAnchorElement>('a[href]')
    : null
}

function isWithinPage(link: HTMLAnchorElement): boolean {
  return link.getAttribute('href')?.startsWith('#') ?? false
}

const own = /^[0-9a-f]{32}$/i

function hasOwnTrace(url: URL): boolean {
  return url.origin === location.origin && tracesIn(url).length > 0
}

/** `/trace/<id>` and `/compare?a=<id>&b=<id>`, as far as they name own ones. */
function tracesIn({ pathname, searchParams }: URL): string[] {
  const [, kind, id = ''] = pathname.split('/')
  const ids = kind === 'trace' ? [id] : [...searchParams.values()]
  return kind === 'trace' || kind === 'compare'
    ? ids.filter((one) => own.test(one))
    : []
}

/** Opened at once, while the press still allows it; the address comes later. */
async function openCopy(url: URL, say: (words: string) => void) {
  const tab = window.open('', '_blank')
  if (!tab) return say('This frame may open no window: open the lab in full.')
  say('The trace is being copied, for it to be read outside this frame.')
  try {
    const copies = await Promise.all(tracesIn(url).map(shareOnce))
    tab.location.replace(addressOf(url, new Map(copies)))
    say('A public copy of the trace was opened.')
  } catch (error) {
    tab.close()
    say(
      error instanceof ApiProblemError
        ? error.problem.detail
        : 'No whole answer came back, so nothing was opened. Try again.',
    )
  }
}

const shared = new Map<string, string>()

async function shareOnce(traceId: string): Promise<[string, string]> {
  const id = shared.get(traceId) ?? (await shareTrace(traceId)).id
  shared.set(traceId, id)
  return [traceId, id]
}

function addressOf(url: URL, copies: ReadonlyMap<string, string>): string {
  const address = new URL(url)
  const [, kind, id = ''] = url.pathname.split('/')
  if (kind === 'trace') address.pathname = `/shared/${copies.get(id)}`
  else
    for (const [name, value] of url.searchParams)
      address.searchParams.set(name, copies.get(value) ?? value)
  return address.href
}
