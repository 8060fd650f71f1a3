import { Icon } from '../ui/icon'
import type { Inspected } from './inspected'
import { Nothing } from './inspector-parts'

/** What the step is for, and where to read on. */
export function WhyView({ note, chapter }: Inspected) {
  return (
    <>
      {note ? (
        <div className="view-why">{note}</div>
      ) : (
        <Nothing>
          Nobody has written about this step. Its name, its code and its times
          are all there is to go by.
        </Nothing>
      )}
      {chapter && (
        <a className="view-way" href={chapter.href}>
          <span>{chapter.title}</span>
          <Icon name="arrow-right" size={16} />
        </a>
      )}
    </>
  )
}
