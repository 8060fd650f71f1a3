'use client'

import { useState } from 'react'
import { Icon } from './icon'
import { themeKey } from './theme-script'

/** Switches between light and dark, and remembers the choice in this browser. */
export function ThemeToggle() {
  const [said, setSaid] = useState('')
  return (
    <>
      <button
        type="button"
        className="icon-button theme-toggle"
        aria-label="Switch between light and dark"
        onClick={() => setSaid(`It is ${switchTheme()} now`)}
      >
        <Icon name="theme" size={18} />
      </button>
      <span className="sr-only" aria-live="polite" aria-atomic="true">
        {said}
      </span>
    </>
  )
}

function switchTheme(): 'light' | 'dark' {
  const root = document.documentElement
  const isDark =
    root.dataset.theme === 'dark' ||
    (root.dataset.theme !== 'light' &&
      matchMedia('(prefers-color-scheme: dark)').matches)
  const theme = isDark ? 'light' : 'dark'
  root.dataset.theme = theme
  try {
    localStorage.setItem(themeKey, theme)
  } catch {
    // Storage may be switched off: the choice then lasts as long as the page.
  }
  return theme
}
