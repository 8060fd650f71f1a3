'use client'

import { useEffect } from 'react'

/** A pointer rests so long on a term before its note opens. */
const restMs = 180

/**
 * Opens the notes of terms: by hover, by focus and by tap. One is open at a
 * time; Escape, a second tap, a press elsewhere, or focus that has gone past it
 * closes it. Draws nothing.
 */
export function TermNotes() {
  useEffect(() => {
    const notes = new Notes()
    const leave = new AbortController()
    const { signal } = leave
    document.addEventListener('pointerover', notes.hover, { signal })
    document.addEventListener('focusin', notes.focus, { signal })
    document.addEventListener('click', notes.press, { signal })
    document.addEventListener('keydown', notes.key, { signal })
    return () => {
      leave.abort()
      notes.close()
    }
  }, [])
  return null
}

class Notes {
  #open: { term: HTMLElement; note: HTMLElement; block: Element } | null = null
  #resting: ReturnType<typeof setTimeout> | undefined
  #openedAt = 0

  readonly hover = ({ target, pointerType }: PointerEvent) => {
    clearTimeout(this.#resting)
    const term = termAt(target)
    if (term && pointerType === 'mouse')
      this.#resting = setTimeout(() => this.#show(term), restMs)
  }

  readonly focus = ({ target }: FocusEvent) => {
    const term = termAt(target)
    if (term?.matches(':focus-visible')) return this.#show(term)
    // What comes next may lie under the note. Its own links come after the
    // paragraph's, so as long as the focus is in there they can be reached.
    const isNear =
      target instanceof Node &&
      (this.#open?.block.contains(target) || this.#open?.note.contains(target))
    if (!isNear) this.close()
  }

  readonly press = (event: MouseEvent) => {
    const term = termAt(event.target)
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    if (term) {
      event.preventDefault()
      const isSecond =
        this.#open?.term === term && Date.now() - this.#openedAt > 400
      if (isSecond) this.close()
      else this.#show(term)
      return
    }
    const isInside =
      event.target instanceof Node && this.#open?.note.contains(event.target)
    if (!isInside) this.close()
  }

  readonly key = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape') return
    if (this.#open?.note.contains(document.activeElement))
      this.#open.term.focus()
    this.close()
  }

  #show(term: HTMLElement): void {
    if (this.#open?.term === term) return
    this.close()
    const text = document.getElementById(`term-${term.dataset.term}`)
    const home = text?.closest('.term-note')
    const block = term.closest('p, li, h2, h3, td, figcaption')
    if (!(home instanceof HTMLElement) || !block) return
    const note = home.cloneNode(true)
    if (!(note instanceof HTMLElement)) return
    for (const one of note.querySelectorAll('[id]')) one.removeAttribute('id')
    term.classList.add('is-open')
    const host =
      block.tagName === 'LI' ? (block.closest('ul, ol') ?? block) : block
    host.after(note)
    note.style.setProperty('--lift', `${riseOf(term, note)}px`)
    this.#open = { term, note, block: host }
    this.#openedAt = Date.now()
  }

  close(): void {
    clearTimeout(this.#resting)
    this.#open?.term.classList.remove('is-open')
    this.#open?.note.remove()
    this.#open = null
  }
}

function termAt(target: EventTarget | null): HTMLElement | null {
  const found = target instanceof Element ? target.closest('[data-term]') : null
  return found instanceof HTMLElement ? found : null
}

/** How far up the note goes to stand beside the line of its term. */
function riseOf(term: HTMLElement, note: HTMLElement): number {
  const line = term.getClientRects()[0]
  return line ? note.getBoundingClientRect().top - line.top : 0
}
