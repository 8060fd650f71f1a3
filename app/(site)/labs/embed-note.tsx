'use client'

import { useState, useSyncExternalStore } from 'react'
import { Icon } from '@/components/ui/icon'
import { copyText } from '../api/snippets/copy-text'

/** How this lab is shown on another page, as text to be copied. */
export function EmbedNote({ lab, title }: { lab: string; title: string }) {
  const [said, setSaid] = useState('')
  const origin = useSyncExternalStore(
    () => () => {},
    () => location.origin,
    () => '',
  )
  const code = embedCode(origin, lab, title)
  const copy = async () => {
    const isCopied = await copyText(Promise.resolve(code))
    setSaid(isCopied ? 'Copied.' : 'Select the text and copy it by hand.')
  }
  return (
    <details className="front embed-note">
      <summary>Embed this lab in a page of your own</summary>
      <p>
        Paste this where the lab is to stand. Whoever presses in it gets a
        sandbox of their own, for as long as your page is open; it sets no
        cookie and stores nothing.
      </p>
      <pre>
        <code>{code}</code>
      </pre>
      <p className="embed-note-go">
        <button type="button" className="button" onClick={() => void copy()}>
          <Icon name="copy" size={15} />
          Copy
        </button>
        <a className="button" href={`/labs/${lab}?embed`}>
          See it as it will be framed
        </a>
        <span aria-live="polite" aria-atomic="true">
          {said}
        </span>
      </p>
    </details>
  )
}

function embedCode(origin: string, lab: string, title: string): string {
  const source = `${origin}/labs/${lab}?embed`
  const name = title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return `<iframe src="${source}" title="${name}" width="100%" height="800" loading="lazy" style="border: 0"></iframe>`
}
