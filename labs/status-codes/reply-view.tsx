import { LabTrace } from '@/components/lab/lab-trace'
import { ScrollGroup } from '@/components/ui/scroll-group'
import type { Reply } from './ask'
import type { Deed } from './deeds'

/** One request and its answer: what was done, and the lines that matter. */
export function ReplyView({ deed, reply }: { deed: Deed; reply: Reply }) {
  const { asked, told, body, traceId, ms } = reply
  return (
    <section className="codes-reply" aria-label="The last answer">
      <h3>
        <span className="num">
          {reply.first === reply.status ? '' : `${reply.first}, then `}
          {reply.status}
        </span>{' '}
        {reply.reason}
      </h3>
      <p>{deed.done}</p>
      <div className="codes-messages">
        <Lines title="You asked" lines={asked} />
        <Lines
          title={`It answered${ms === null ? '' : ` after ${ms.toFixed(0)} ms`}`}
          lines={body === '' ? told : [...told, '', body]}
        />
      </div>
      {traceId ? (
        <LabTrace traceId={traceId} title="What it started" maxRows={8} />
      ) : (
        <p className="lab-trace-rest">
          No trace is kept of this one: it was answered before anybody looked
          who is asking.
        </p>
      )}
    </section>
  )
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  return (
    <div>
      <h4>{title}</h4>
      <ScrollGroup className="codes-lines" label={title} as="pre">
        {lines.join('\n')}
      </ScrollGroup>
    </div>
  )
}
