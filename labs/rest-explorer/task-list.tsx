import { Icon } from '@/components/ui/icon'
import type { Stop } from './send-ask'
import { tasks } from './tasks'
import { pageInWords } from './words'

/** What to try; each is ticked by what was really answered. */
export function Tasks({ stops }: { stops: readonly Stop[] }) {
  const page = pageInWords(stops)
  return (
    <section className="walk-try" aria-label="Things to try">
      <h4>Things to try</h4>
      <ul className="walk-tasks">
        {tasks.map(({ id, says, isDone }) => (
          <Tried key={id} says={says} isDone={isDone(stops)} />
        ))}
      </ul>
      {page && <p className="lab-note walk-page">{page}</p>}
    </section>
  )
}

function Tried({ says, isDone }: { says: string; isDone: boolean }) {
  return (
    <li className={isDone ? 'is-done' : ''}>
      <span className="walk-tick" aria-hidden="true">
        {isDone && <Icon name="check" size={14} />}
      </span>
      <span>
        {says}
        <span className="sr-only">{isDone ? ': done' : ': not yet'}</span>
      </span>
    </li>
  )
}
