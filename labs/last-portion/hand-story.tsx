import { LabTrace } from '@/components/lab/lab-trace'
import { Lanes } from './lanes'
import { verdictOf } from './sentence'
import { isOver } from './standing'
import type { Race } from './use-race'

/** What the database did, on two lanes, and what its books say now. */
export function HandStory({ race }: { race: Race }) {
  const { way, story, traceId } = race
  const isDone = story !== null && isOver(story)
  const isBroken = story !== null && story.promised > 1
  return (
    <>
      <dl className="portion-books r-data">
        <div>
          <dt>portions left</dt>
          <dd data-figure="left">{story?.left ?? 1}</dd>
        </div>
        <div className={isBroken ? 'r-fail is-broken' : ''}>
          <dt>orders promised</dt>
          <dd data-figure="promised">{story?.promised ?? 0}</dd>
        </div>
      </dl>
      <p className="portion-verdict">
        {isDone ? verdictOf(story) : 'What everybody else can see by now.'}
      </p>
      <Lanes way={way} turns={story?.turns ?? []} />
      {isDone && <LabTrace traceId={traceId} title="This race, as its trace" />}
    </>
  )
}
