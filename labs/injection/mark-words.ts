/**
 * A piece of a statement: ours, or of the words that were typed. Of those,
 * `text` stayed inside the quotation marks and `code` did not.
 */
export type Piece = {
  kind: 'ours' | 'swallowed' | 'text' | 'code' | 'comment'
  text: string
}

type State = 'code' | 'string' | 'name' | 'line' | 'block'

/**
 * Cuts a statement at the edges of the words in it, and the words where they
 * leave the text that they were meant to be. It reads quotation marks and
 * comments as SQLite does.
 */
export function markWords(statement: string, words: string): Piece[] {
  const from = statement.lastIndexOf(`%${words}%`) + 1
  if (words === '' || from === 0) return [{ kind: 'ours', text: statement }]

  const pieces: Piece[] = []
  const states = statesOf(statement)
  for (let at = 0; at < statement.length; at++) {
    const isTyped = at >= from && at < from + words.length
    const state = states[at] ?? 'code'
    const kind = isTyped ? kindOfTyped(state) : kindOfOurs(state)
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += statement[at]
    else pieces.push({ kind, text: statement[at] ?? '' })
  }
  return pieces
}

function kindOfTyped(state: State): Piece['kind'] {
  if (state === 'string') return 'text'
  return state === 'line' || state === 'block' ? 'comment' : 'code'
}

function kindOfOurs(state: State): Piece['kind'] {
  return state === 'line' || state === 'block' ? 'swallowed' : 'ours'
}

/** In what SQLite is, character by character. A closing mark is code again. */
function statesOf(statement: string): State[] {
  const states: State[] = []
  let state: State = 'code'
  for (let at = 0; at < statement.length; at++) {
    const two = statement.slice(at, at + 2)
    if (state === 'code') {
      state = opens(two)
      states.push(state === 'string' || state === 'name' ? 'code' : state)
    } else if (state === 'string' && two === "''") {
      states.push('string', 'string')
      at++
    } else {
      const isOver = closes(state, two)
      states.push(isOver && state !== 'block' ? 'code' : state)
      if (isOver && state === 'block') {
        states.push(state)
        at++
      }
      if (isOver) state = 'code'
    }
  }
  return states
}

function opens(two: string): State {
  if (two.startsWith("'")) return 'string'
  if (two.startsWith('"')) return 'name'
  if (two === '--') return 'line'
  return two === '/*' ? 'block' : 'code'
}

function closes(state: State, two: string): boolean {
  if (state === 'string') return two.startsWith("'")
  if (state === 'name') return two.startsWith('"')
  if (state === 'line') return two.startsWith('\n')
  return two === '*/'
}
