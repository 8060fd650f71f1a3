import { useId } from 'react'
import type { KindWords } from '@/components/kind-words'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { longestWords } from '@/contracts/injection-cage'
import { presets } from './presets'

/** What a guest can do: type something, and search for it. */
export function SearchForm({
  words,
  isUnderWay,
  problem,
  onWords,
  onSearch,
}: {
  words: string
  isUnderWay: boolean
  problem: KindWords | null
  onWords: (words: string) => void
  onSearch: () => void
}) {
  const id = useId()
  return (
    <form
      className="caged-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch()
      }}
    >
      <h3>Search the menu</h3>
      <fieldset disabled={isUnderWay}>
        <legend>Be somebody, or type below</legend>
        {presets.map((preset) => (
          <button
            key={preset.title}
            type="button"
            className="caged-preset"
            aria-pressed={preset.words === words}
            onClick={() => onWords(preset.words)}
          >
            <span>
              <b>{preset.title}</b> {preset.line}
            </span>
            <code>{preset.words}</code>
          </button>
        ))}
      </fieldset>
      <label htmlFor={id}>What the guest types</label>
      <textarea
        id={id}
        rows={2}
        value={words}
        maxLength={longestWords}
        spellCheck={false}
        autoCapitalize="off"
        autoCorrect="off"
        onChange={({ target }) => onWords(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return
          event.preventDefault()
          if (!isUnderWay) onSearch()
        }}
      />
      <button
        type="submit"
        className="button button-solid"
        disabled={isUnderWay}
      >
        {isUnderWay ? 'Searching' : 'Search, both ways'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={onSearch} />}
    </form>
  )
}
