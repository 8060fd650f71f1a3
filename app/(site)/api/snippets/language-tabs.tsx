'use client'

import type { KeyboardEvent } from 'react'
import { languages, type Language } from './languages'

/** What makes an element the panel of a language's tab. */
export function panelOf(id: string, language: Language) {
  return {
    id: `${id}-${language}`,
    role: 'tabpanel',
    'aria-labelledby': `${id}-tab-${language}`,
  }
}

/** The languages as tabs: the arrow keys go from one to the next. */
export function LanguageTabs({
  id,
  chosen,
  onChoose,
}: {
  id: string
  chosen: Language
  onChoose: (language: Language) => void
}) {
  const move = (event: KeyboardEvent) => {
    const at = languages.findIndex((language) => language.id === chosen)
    const next = languages[steps[event.key]?.(at) ?? -1]
    if (!next) return
    event.preventDefault()
    onChoose(next.id)
    document.getElementById(`${id}-tab-${next.id}`)?.focus()
  }
  return (
    <div className="snippet-tabs" role="tablist" aria-label="Written for">
      {languages.map(({ id: language, name }) => (
        <button
          key={language}
          type="button"
          role="tab"
          id={`${id}-tab-${language}`}
          aria-controls={`${id}-${language}`}
          aria-selected={language === chosen}
          tabIndex={language === chosen ? 0 : -1}
          onClick={() => onChoose(language)}
          onKeyDown={move}
        >
          {name}
        </button>
      ))}
    </div>
  )
}

const last = languages.length - 1

/** Where each key leads from a tab. */
const steps: Record<string, (at: number) => number> = {
  ArrowRight: (at) => (at === last ? 0 : at + 1),
  ArrowLeft: (at) => (at === 0 ? last : at - 1),
  Home: () => 0,
  End: () => last,
}
