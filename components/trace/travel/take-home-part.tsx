import { useState } from 'react'
import type { Trace } from '@/contracts/trace'
import { Icon } from '@/components/ui/icon'
import { sandboxOf } from './sandbox-of'
import { saveFile, takeHome } from './take-home'
import { traceAddress } from './travel-api'

/** A trace as a file: one that replays by itself, or one for other viewers. */
export function TakeHomePart({ id, trace }: { id: string; trace: Trace }) {
  const [said, setSaid] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const file = `trace-${trace.traceId.slice(0, 8)}`
  async function take() {
    setIsBusy(true)
    setSaid('Packing.')
    try {
      const title = document.querySelector('.replay h1')?.textContent
      const name = title ?? 'A trace'
      const { html, bytes, leftOut } = await takeHome(
        trace,
        sandboxOf(trace),
        name,
      )
      saveFile(`${file}.html`, 'text/html', html)
      const size = Math.round(bytes / 1000)
      setSaid(`${file}.html, ${size} kB, is yours. ${leftOut}`.trim())
    } catch (error) {
      setSaid(error instanceof Error ? error.message : String(error))
    }
    setIsBusy(false)
  }
  return (
    <section className="travel-part" aria-labelledby="home-name">
      <h3 id="home-name">Take it home</h3>
      <p>
        One HTML file that replays in any browser, without a network and without
        this site: story, timeline, map, code, messages, rows. What is left out
        of a share is left out of it too. As OTLP/JSON it opens in any
        OpenTelemetry viewer.
      </p>
      <p className="travel-row">
        <button
          type="button"
          className="button button-solid"
          disabled={isBusy}
          onClick={() => void take()}
        >
          <Icon name="download" size={15} />
          HTML, replays offline
        </button>
        <a
          className="button"
          href={`${traceAddress(id)}?format=otlp`}
          download={`${file}.otlp.json`}
        >
          OTLP/JSON
        </a>
      </p>
      <p className="travel-said" aria-live="polite">
        {said}
      </p>
    </section>
  )
}
