export type DemoKind = 'live' | 'recorded' | 'simulated'

/** What each label promises; a test holds every demo to its own. */
const promises: Record<DemoKind, string> = {
  live: 'Live: it ran just now, on this server, and has a trace of its own.',
  recorded: 'Recorded: a real run, kept with its date and version.',
  simulated: 'Simulated: a model, with its assumptions beside it.',
}

/** Says whether a demo is live, recorded or simulated. */
export function DemoLabel({ kind }: { kind: DemoKind }) {
  return (
    <span className={`demo-label is-${kind}`} title={promises[kind]}>
      {kind}
    </span>
  )
}
