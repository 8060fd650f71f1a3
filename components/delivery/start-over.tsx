import { useId, useRef, useState } from 'react'
import type { KindWords } from '@/components/kind-words'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { startOver } from './delivery-api'
import { wordsForReading } from './delivery-words'
import { tellStartedOver } from './kept'
import { forgetTraces } from './known-traces'
import { forgetBaskets } from './use-basket'

/** Empties the sandbox, after asking once more. */
export function StartOver({
  label = 'Start over',
  onDone,
}: {
  label?: string
  onDone: () => void
}) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [isWorking, setIsWorking] = useState(false)
  const [problem, setProblem] = useState<KindWords | null>(null)

  async function empty() {
    if (isWorking) return
    setIsWorking(true)
    setProblem(null)
    try {
      await startOver()
      forgetBaskets()
      forgetTraces()
      tellStartedOver()
      dialog.current?.close()
      onDone()
    } catch (error) {
      setProblem(await wordsForReading(error))
    } finally {
      setIsWorking(false)
    }
  }

  return (
    <>
      <button
        type="button"
        className="button"
        onClick={() => dialog.current?.showModal()}
      >
        <Icon name="retry" size={15} />
        {label}
      </button>
      <dialog
        ref={dialog}
        className="sheet front"
        aria-labelledby={titleId}
        onClose={() => setProblem(null)}
      >
        <h2 id={titleId}>Empty your sandbox?</h2>
        <p>
          Every order, event and trace of yours is removed, and all portions are
          put back. The baskets in this browser are emptied too. There is no way
          back.
        </p>
        {problem && (
          <ProblemNotice words={problem} onTryAgain={() => void empty()} />
        )}
        <div className="sheet-actions">
          <button
            type="button"
            className="button"
            onClick={() => dialog.current?.close()}
          >
            Keep everything
          </button>
          <button
            type="button"
            className="button button-solid"
            aria-disabled={isWorking}
            onClick={() => void empty()}
          >
            Start over
          </button>
        </div>
      </dialog>
    </>
  )
}
