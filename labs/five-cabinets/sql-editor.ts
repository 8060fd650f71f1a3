import { autocompletion, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { PostgreSQL, sql } from '@codemirror/lang-sql'
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { postgresSchema } from './postgres-texts'

const theme = EditorView.theme({
  '&': {
    border: '1px solid var(--line-2)',
    borderRadius: '4px',
    background: 'var(--surface-2)',
    color: 'var(--ink)',
    fontSize: '14px',
  },
  '&.cm-focused': { outline: '2px solid var(--ink)', outlineOffset: '3px' },
  '.cm-scroller': {
    minHeight: '168px',
    maxHeight: '340px',
    overflow: 'auto',
    fontFamily: 'var(--font-mono)',
    lineHeight: '22px',
  },
  '.cm-content': { padding: '10px 4px', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-tooltip': {
    border: '1px solid var(--line-2)',
    background: 'var(--surface-2)',
    color: 'var(--ink)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--ink)',
    color: 'var(--surface)',
  },
})

/** Weight and grey, as all code on this site. */
const marks = HighlightStyle.define([
  { tag: tags.keyword, fontWeight: '700' },
  { tag: tags.comment, color: 'var(--ink-2)' },
  { tag: [tags.string, tags.number], color: 'var(--ink-2)' },
])

export type SqlEditor = {
  read: () => string
  write: (text: string, caret?: number) => void
  destroy: () => void
}

/**
 * An editor for SQL that completes. It lives behind a shadow root: there its
 * styles are no style elements, which this site's policy would refuse.
 */
export function openSqlEditor(
  host: HTMLElement,
  text: string,
  onRun: () => void,
): SqlEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        keymap.of([{ key: 'Mod-Enter', run: () => (onRun(), true) }]),
        history(),
        autocompletion(),
        sql({ dialect: PostgreSQL, schema: postgresSchema }),
        syntaxHighlighting(marks),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': 'SQL for PostgreSQL' }),
        theme,
      ],
    }),
  })
  return {
    read: () => view.state.doc.toString(),
    write: (next, caret) => {
      const changes = { from: 0, to: view.state.doc.length, insert: next }
      view.dispatch({ changes })
      if (caret === undefined) return
      view.dispatch({
        selection: { anchor: Math.min(caret, next.length) },
        scrollIntoView: true,
      })
      view.focus()
    },
    destroy: () => view.destroy(),
  }
}
