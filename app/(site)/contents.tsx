import {
  chapters,
  chapterPlaces,
  deepDives,
  type Chapter,
} from '@/content/chapters'
import { placeNames } from '@/components/trace/place-of'
import { Icon } from '@/components/ui/icon'
import { labs } from '@/labs/labs'

/** The first page itself shows the first of them. */
const openLabs = Object.entries(labs).filter(([name]) => name !== 'place-order')

const numbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
]

/** The table of contents. A chapter becomes a link when it can be read. */
export function Contents() {
  const isAnyOpen = [...chapters, ...deepDives].some(({ isOpen }) => isOpen)
  return (
    <section className="toc front" id="contents">
      <div className="toc-head">
        <h2>Contents</h2>
        <p>
          {capital(numbers[chapters.length] ?? String(chapters.length))}{' '}
          chapters and {deepDives.length} deep dives, each with a stage you can
          press, slow down and break.
          {!isAnyOpen && ' They are being written. These labs are open now:'}
        </p>
        {!isAnyOpen && (
          <ul className="toc-labs">
            {openLabs.map(([name, { title }]) => (
              <li key={name}>
                <a href={`/labs/${name}`}>{title}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="part-head">
        <h3>Chapters</h3>
        <div className="part-places" aria-hidden="true">
          {['browser', 'network', 'server', 'data', 'service', 'sign-in'].map(
            (name) => (
              <span className="micro" key={name}>
                {name}
              </span>
            ),
          )}
        </div>
      </div>
      <ol>
        {chapters.map((chapter, index) => (
          <ChapterRow key={chapter.slug} chapter={chapter} number={index + 1} />
        ))}
      </ol>
      <div className="part-head part-gap">
        <h3>Deep dives</h3>
      </div>
      <ol className="dives">
        {deepDives.map((dive, index) => (
          <li className="chapter" key={dive.slug}>
            <span className="chapter-number">
              {chapters.length + index + 1}
            </span>
            <div>
              <h4>{dive.title}</h4>
              <p className="chapter-line">{dive.line}</p>
            </div>
            <State isOpen={dive.isOpen} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function ChapterRow({ chapter, number }: { chapter: Chapter; number: number }) {
  const { slug, title, line, places, isOpen } = chapter
  return (
    <li className="chapter">
      <span className="chapter-number">{number}</span>
      <h4>{isOpen ? <a href={`/learn/${slug}`}>{title}</a> : title}</h4>
      <p className="chapter-line">{line}</p>
      <span
        className="copies-mark"
        role="img"
        aria-label={`Plays in: ${places.map((place) => placeNames[place]).join(', ')}`}
      >
        {chapterPlaces.map((place) => (
          <span
            key={place}
            className={places.includes(place) ? `is-on r-${place}` : ''}
          >
            {places.includes(place) && <Icon name={place} size={14} />}
          </span>
        ))}
      </span>
      <State isOpen={isOpen} />
    </li>
  )
}

function State({ isOpen }: { isOpen: boolean }) {
  return <span className="chapter-state">{isOpen ? '' : 'not open yet'}</span>
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
