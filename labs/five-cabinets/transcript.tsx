import { DemoLabel } from '@/components/ui/demo-label'
import { recordedOn, type Transcript as Recorded } from './cabinets'

const parts: Record<string, string> = {
  schema: 'Schema',
  write: 'Write',
  query: 'Query',
  change: 'Change',
  live: 'Live update',
}

/** What a relative of an engine answered when the recording was made. */
export function Transcript({ transcript }: { transcript: Recorded }) {
  const { product, version, honest, steps, notRun } = transcript
  const hasSchema = steps.some(({ part }) => part === 'schema')
  return (
    <div className="cab-transcript">
      <h3 className="sr-only">{product}</h3>
      <p className="cab-facts">
        <DemoLabel kind="recorded" /> {product} {version}, {recordedOn}
      </p>
      <p className="cab-note">{honest}</p>
      {!hasSchema && (
        <section>
          <h4>Schema</h4>
          <p className="cab-note">
            None is asked for. What a document holds is up to whoever writes it.
          </p>
        </section>
      )}
      {steps.map(({ part, code, output }) => (
        <section key={part}>
          <h4>{parts[part] ?? part}</h4>
          <pre>
            <code>{code}</code>
          </pre>
          <pre className="cab-output" aria-label="What came back">
            <samp>{output}</samp>
          </pre>
        </section>
      ))}
      {notRun.map(({ title, code, why }) => (
        <section key={title}>
          <h4>
            {title} <span className="cab-flag">not run here</span>
          </h4>
          <pre className="is-not-run">
            <code>{code}</code>
          </pre>
          <p className="cab-note">{why}</p>
        </section>
      ))}
    </div>
  )
}
