import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { readAddress } from '@/components/trace/replay/address'
import { Replay } from '@/components/trace/replay/replay'
import { shownNotes } from '@/components/trace/travel/shown-notes'
import {
  leftOutOf,
  readTakenHome,
  type TakenHome,
} from '@/components/trace/travel/taken-home'
import { IconSprite } from '@/components/ui/icon-sprite'
import { atHome, setSite } from './site'

/**
 * The whole program of a trace that was taken home: scripts/take-home bundles
 * it into one file. It asks nobody for anything, so the file replays anywhere.
 */
const text = document.getElementById('taken-home')?.textContent ?? ''
void readTakenHome(text).then((taken) => {
  setSite(taken.site)
  keepAddressQuietly()
  const root = document.getElementById('replay')
  if (root) createRoot(root).render(<Home taken={taken} />)
})

function Home({ taken }: { taken: TakenHome }) {
  // The chapters stay on the site.
  const [notes] = useState(() => shownNotes(taken.notes, atHome))
  const { traceId, spans, isCut, sources, name, takenAt, site } = taken
  const params = new URLSearchParams(window.location.search)
  const asked = Object.fromEntries(params)
  return (
    <>
      <IconSprite />
      <main id="main">
        <Replay
          traceId={traceId}
          spans={spans}
          isCut={isCut}
          spansLeftOut={taken.spansLeftOut}
          // Until the reader has moved, it opens where it was taken.
          address={readAddress('step' in asked ? asked : taken.address)}
          sources={sources}
          notes={notes}
          name={name}
          kind="recorded"
          about={`Taken home on ${dateOf(takenAt)} from ${new URL(site).host}. The file asks for nothing. ${leftOutOf(taken) || 'All of it is in here.'}`}
          actions={null}
        />
      </main>
    </>
  )
}

function dateOf(time: string): string {
  return new Date(time).toLocaleDateString('en-GB', { dateStyle: 'long' })
}

/** Some browsers let no file change its own address: then it stays as it is. */
function keepAddressQuietly(): void {
  const { history } = window
  const replace = history.replaceState.bind(history)
  history.replaceState = (...given) => {
    try {
      replace(...given)
    } catch {
      // The cursor moves all the same.
    }
  }
}
