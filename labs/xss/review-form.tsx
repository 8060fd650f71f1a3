import { useId, type FormEvent } from 'react'
import { longestReview } from '@/contracts/xss-choices'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { presets } from './presets'
import type { Review } from './use-review'

/** The review as the reader writes it. */
export function ReviewForm({
  review: { text, isBusy, problem, write, publish, tryAgain },
  sentence,
}: {
  review: Review
  sentence: string
}) {
  const id = useId()
  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    void publish()
  }
  return (
    <form className="lab-stack" onSubmit={handleSubmit}>
      <div
        className="xss-presets"
        role="group"
        aria-label="Reviews to begin with"
      >
        {presets.map((preset) => (
          <button
            key={preset.id}
            type="button"
            className="button"
            aria-pressed={text === preset.text}
            onClick={() => write(preset.text)}
          >
            {preset.name}
          </button>
        ))}
      </div>
      <div>
        <label className="xss-label" htmlFor={id}>
          Your review of the miso ramen
        </label>
        <textarea
          id={id}
          className="xss-text"
          rows={9}
          required
          maxLength={longestReview}
          spellCheck={false}
          autoCapitalize="off"
          value={text}
          onChange={({ target }) => write(target.value)}
        />
        <p className="lab-note">
          Write what you like. A script of yours finds{' '}
          <code>attacker.log(text)</code> in the page, which stands for an
          attacker’s own server; what <code>alert</code> says is written down
          too.
        </p>
      </div>
      <button type="submit" className="lab-press" disabled={isBusy}>
        <Icon name="play" size={16} />
        {isBusy ? 'On its way' : 'Publish the review'}
      </button>
      {problem && <ProblemNotice words={problem} onTryAgain={tryAgain} />}
      <p className="lab-said" aria-hidden="true">
        {sentence}
      </p>
    </form>
  )
}
