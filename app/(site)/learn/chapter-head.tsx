import { placeNames } from '@/components/trace/place-of'
import { Icon } from '@/components/ui/icon'
import type { Chapter } from '@/content/chapters'
import type { ChapterFacts } from './read-chapter'

export function ChapterHead({
  chapter: { title },
  number,
}: {
  chapter: Chapter
  number: number
}) {
  return (
    <header className="chapter-head">
      <p className="chapter-count">Chapter {number}</p>
      <h1>{title}</h1>
    </header>
  )
}

/** What the reader is in for. It stands below the lede. */
export function ChapterMeta({
  places,
  facts: { minutes, labs },
}: {
  places: Chapter['places']
  facts: ChapterFacts
}) {
  return (
    <p className="chapter-meta">
      <span>{minutes} minutes</span>
      <span>{labs.length === 1 ? '1 lab' : `${labs.length} labs`}</span>
      <span className="chapter-places">
        {places.map((place) => (
          <span key={place} className={`place-chip r-${place}`}>
            <Icon name={place} size={12} />
            {placeNames[place].toLowerCase()}
          </span>
        ))}
      </span>
    </p>
  )
}
