import { useState, useSyncExternalStore } from 'react'
import { isInAccount } from './in-account'
import { keptProgress, resetProgress } from './progress'

/** Progress belongs to the reader: it can be taken away, and forgotten. */
export function OwnProgress() {
  const [said, setSaid] = useState('')
  const goesAlong = useSyncExternalStore(never, isInAccount, () => false)
  const forget = async () => {
    resetProgress()
    try {
      if (isInAccount()) await forgetInAccount()
      setSaid('Forgotten. You are at the beginning again.')
    } catch {
      setSaid('Forgotten here. Your account could not be reached: try again.')
    }
  }
  return (
    <details className="rail-own">
      <summary>Your progress</summary>
      <p>
        {goesAlong
          ? 'It is kept in this browser, and with your account.'
          : 'It is kept in this browser only.'}
      </p>
      <p>
        <button type="button" className="button" onClick={saveProgress}>
          Save as a file
        </button>
        <button type="button" className="button" onClick={() => void forget()}>
          Forget it
        </button>
      </p>
      <p aria-live="polite" aria-atomic="true">
        {said}
      </p>
    </details>
  )
}

const never = () => () => {}

async function forgetInAccount(): Promise<void> {
  const account = await import('@/components/account/sync-progress')
  await account.forgetProgress()
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
