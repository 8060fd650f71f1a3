import { useState } from 'react'
import { keptProgress, resetProgress } from './progress'

/** Progress belongs to the reader: it can be taken away, and forgotten. */
export function OwnProgress() {
  const [said, setSaid] = useState('')
  return (
    <details className="rail-own">
      <summary>Your progress</summary>
      <p>It is kept in this browser only.</p>
      <p>
        <button type="button" className="button" onClick={saveProgress}>
          Save as a file
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            resetProgress()
            setSaid('Forgotten. You are at the beginning again.')
          }}
        >
          Forget it
        </button>
      </p>
      <p role="status">{said}</p>
    </details>
  )
}

function saveProgress(): void {
  const text = JSON.stringify(
    { savedAt: new Date().toISOString(), progress: keptProgress() },
    null,
    2,
  )
  const address = URL.createObjectURL(
    new Blob([text], { type: 'application/json' }),
  )
  const link = document.createElement('a')
  link.href = address
  link.download = 'back-of-house-progress.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}
