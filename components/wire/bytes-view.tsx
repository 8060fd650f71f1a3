import { ScrollGroup } from '@/components/ui/scroll-group'
import { hexRowsOf, linesOf } from './bytes'

const mostHex = 1_024
const mostLines = 120

/** A message as it crossed: its lines with what ends them, or its numbers. */
export function BytesView({
  title,
  bytes,
  isHex,
}: {
  title: string
  bytes: string
  isHex: boolean
}) {
  const lines = linesOf(bytes)
  const shown = isHex ? Math.min(bytes.length, mostHex) : bytes.length
  return (
    <section className="bytes" aria-label={title}>
      <h4>
        {title}
        <span className="micro">{bytes.length.toLocaleString('en')} bytes</span>
      </h4>
      {bytes === '' ? (
        <p className="bytes-none">Not one byte.</p>
      ) : isHex ? (
        <HexRows title={title} bytes={bytes} />
      ) : (
        <ScrollGroup className="bytes-lines" label={`${title}, as lines`}>
          {lines.slice(0, mostLines).map(({ text, end }, at) => (
            <div key={at}>
              {text}
              <span className="bytes-end" aria-hidden="true">
                {end}
              </span>
            </div>
          ))}
        </ScrollGroup>
      )}
      {shown < bytes.length && (
        <p className="bytes-none">
          The first {shown.toLocaleString('en')} bytes are shown.
        </p>
      )}
      {!isHex && lines.length > mostLines && (
        <p className="bytes-none">The first {mostLines} lines are shown.</p>
      )}
    </section>
  )
}

function HexRows({ title, bytes }: { title: string; bytes: string }) {
  return (
    <ScrollGroup className="bytes-lines" label={`${title}, as numbers`}>
      {hexRowsOf(bytes, mostHex, 8).map(({ at, hex, text }) => (
        <div key={at} className="bytes-row">
          <span className="bytes-at">{at}</span>
          <span>{hex.padEnd(23, '\u00a0')}</span>
          <span className="bytes-letters">{text}</span>
        </div>
      ))}
    </ScrollGroup>
  )
}
