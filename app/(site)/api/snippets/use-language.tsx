'use client'

import { useSyncExternalStore } from 'react'
import { isLanguage, type Language } from './languages'

const key = 'back-of-house.language'
const listeners = new Set<() => void>()

/** The language that requests are shown in, the same in the whole page. */
export function useLanguage(): [Language, (language: Language) => void] {
  const language = useSyncExternalStore(listen, chosen, () => 'curl' as const)
  return [language, choose]
}

function chosen(): Language {
  const { language } = document.documentElement.dataset
  return isLanguage(language) ? language : 'curl'
}

function choose(language: Language) {
  document.documentElement.dataset.language = language
  try {
    localStorage.setItem(key, language)
  } catch {
    // Storage may be switched off: the choice then lasts as long as the page.
  }
  for (const listener of listeners) listener()
}

function listen(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const restore = `try{var l=localStorage.getItem('${key}');if(l)document.documentElement.dataset.language=l}catch(e){}`

/**
 * Runs while the page is being read, so that nothing moves when the choice of
 * last time is shown. In a browser React need not write it again.
 */
export function LanguageScript() {
  const isServer = typeof document === 'undefined'
  return (
    <script
      type={isServer ? undefined : 'text/plain'}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: restore }}
    />
  )
}
