import { questions } from './questions'
import type { Busy } from './use-screens'

/** Where the reader writes a question, from scratch or from one that is there. */
export function OwnQuestion({
  text,
  busy,
  ask,
  write,
}: {
  text: string
  busy: Busy | null
  ask: () => Promise<void>
  write: (text: string) => void
}) {
  return (
    <form
      className="shape-form"
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <label htmlFor="shape-question">Your own question</label>
      <div className="shape-starts">
        {questions.map((one) => (
          <button
            key={one.name}
            type="button"
            className="button"
            aria-pressed={one.text === text}
            onClick={() => write(one.text)}
          >
            {one.name}
          </button>
        ))}
      </div>
      <textarea
        id="shape-question"
        value={text}
        rows={11}
        maxLength={4_000}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit()
        }}
      />
      <button
        type="submit"
        className="button button-solid"
        disabled={busy !== null || text.trim() === ''}
      >
        {busy === 'asking' ? 'Asking' : 'Ask this'}
      </button>
    </form>
  )
}
