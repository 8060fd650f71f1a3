import { useEffect } from 'react'
import { excerptOf, markWords } from './marks'
import type { Hit, HitGroup } from './search-index'

type HitsProps = {
  /** The id of the list, from which those of its options are made. */
  list: string
  groups: readonly HitGroup[]
  /** The option that Enter opens, counted through all groups. */
  at: number
  onGo: (href: string) => void
  onPoint: (at: number) => void
}

/** What was found, in its groups. */
export function SearchHits({ list, groups, at, onGo, onPoint }: HitsProps) {
  useEffect(() => {
    document
      .getElementById(`${list}-${at}`)
      ?.scrollIntoView({ block: 'nearest' })
  }, [list, at])
  const first = startsOf(groups)
  return (
    <div className="search-hits" role="listbox" id={list} aria-label="Found">
      {groups.map(({ id, title, hits }, group) => (
        <div key={id} role="group" aria-labelledby={`${list}-${id}`}>
          <p className="caps" id={`${list}-${id}`}>
            {title}
          </p>
          {hits.map((hit, index) => {
            const place = (first[group] ?? 0) + index
            return (
              <Option
                key={hit.entry.href}
                id={`${list}-${place}`}
                hit={hit}
                isChosen={place === at}
                onGo={onGo}
                onPoint={() => onPoint(place)}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

function startsOf(groups: readonly HitGroup[]): number[] {
  let count = 0
  return groups.map(({ hits }) => (count += hits.length) - hits.length)
}

function Option({
  id,
  hit: { entry, words },
  isChosen,
  onGo,
  onPoint,
}: {
  id: string
  hit: Hit
  isChosen: boolean
  onGo: (href: string) => void
  onPoint: () => void
}) {
  return (
    <a
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      className="search-hit"
      href={entry.href}
      onPointerMove={onPoint}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        onGo(entry.href)
      }}
    >
      <b>
        <Marked text={entry.title} words={words} />
      </b>
      {entry.about && (
        <span className="micro">
          <Marked text={entry.about} words={words} />
        </span>
      )}
      <span className="search-text">
        <Marked text={excerptOf(entry.text, words)} words={words} />
      </span>
    </a>
  )
}

function Marked({ text, words }: { text: string; words: readonly string[] }) {
  return markWords(text, words).map(({ text, isMarked }, index) =>
    isMarked ? <mark key={index}>{text}</mark> : text,
  )
}
