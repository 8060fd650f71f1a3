import type { Metadata } from 'next'
import { CounterWindow } from '@/labs/counter-window'

export const metadata: Metadata = {
  title: 'A window that counts',
  robots: { index: false },
}

/**
 * What the windows of the lab show: a page of its own, but within another one,
 * which has the main part and the first heading.
 */
export default function WindowPage() {
  return (
    <div id="main">
      <h2 className="sr-only">One count, kept in three places</h2>
      <CounterWindow />
    </div>
  )
}
