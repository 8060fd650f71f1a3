'use client'

import { useEffect, useState } from 'react'
import { Icon } from '@/components/ui/icon'
import { noteProgress, progressOf, type Progress } from './progress'
import { OwnProgress } from './own-progress'
import { useAccountProgress } from './use-account-progress'
import { useProgress } from './use-progress'

type RailChapter = {
  slug: string
  number: number
  title: string
  isOpen: boolean
  /** How many sections it has, the check counted as one; 0 where unknown. */
  parts: number
}

type Section = { id: string; title: string }

/** Where the reader is in the book, and what they have read of it. */
export function ChapterRail({
  chapters,
  current,
  sections,
  role,
}: {
  chapters: readonly RailChapter[]
  current: string
  sections: readonly Section[]
  /** The place in whose colour the chapter is marked. */
  role: string
}) {
  const progress = useProgress()
  const here = useHere(current, sections)
  useAccountProgress()
  const read = chapters.filter((one) => shareOf(progress, one) === 1).length
  const own = progressOf(progress, current)
  return (
    <>
      <div className="rail-progress">
        <p>
          <span>
            {read} of {chapters.length} chapters read
          </span>
        </p>
        <div className="rail-cells" aria-hidden="true">
          {chapters.map((one) => (
            <i key={one.slug}>
              <b style={{ width: `${shareOf(progress, one) * 100}%` }} />
            </i>
          ))}
        </div>
      </div>
      <nav aria-label="Chapters" className={`rail-list r-${role}`}>
        <ol>
          {chapters.map((one) => (
            <li key={one.slug}>
              <RailRow
                chapter={one}
                isCurrent={one.slug === current}
                isRead={shareOf(progress, one) === 1}
              />
              {one.slug === current && (
                <ol className="rail-sections">
                  {sections.map(({ id, title }, at) => (
                    <li key={id}>
                      <a
                        href={`#${id}`}
                        aria-current={id === here ? 'location' : undefined}
                        className={
                          own.sections.includes(id)
                            ? 'is-read'
                            : id === here
                              ? 'is-here'
                              : undefined
                        }
                      >
                        <span>
                          {id === 'check-yourself'
                            ? title
                            : `${one.number}.${at + 1} ${title}`}
                          {own.sections.includes(id) && (
                            <span className="sr-only">, read</span>
                          )}
                        </span>
                      </a>
                    </li>
                  ))}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <OwnProgress />
    </>
  )
}

function RailRow({
  chapter: { slug, number, title, isOpen },
  isCurrent,
  isRead,
}: {
  chapter: RailChapter
  isCurrent: boolean
  isRead: boolean
}) {
  const inner = (
    <>
      <span className="num">{number}</span> <span>{title}</span>
      {isRead && (
        <span>
          <Icon name="check" size={14} />
          <span className="sr-only">, read</span>
        </span>
      )}
    </>
  )
  return isOpen ? (
    <a
      className="rail-row"
      href={`/learn/${slug}`}
      aria-current={isCurrent ? 'page' : undefined}
    >
      {inner}
    </a>
  ) : (
    <span className="rail-row is-closed">{inner}</span>
  )
}

/** The part of a chapter that was read, from 0 to 1. */
function shareOf(progress: Progress, { slug, parts }: RailChapter): number {
  if (parts === 0) return 0
  return Math.min(1, progressOf(progress, slug).sections.length / parts)
}

/** The section on the screen; those that were passed are noted as read. */
function useHere(
  slug: string,
  sections: readonly Section[],
): string | undefined {
  const [here, setHere] = useState(sections[0]?.id)
  useEffect(() => {
    const marks = sections.flatMap(({ id }) => {
      const element = document.getElementById(id)
      return element ? [element] : []
    })
    let waiting = false
    const look = () => {
      waiting = false
      const tops = marks.map((one) => one.getBoundingClientRect().top)
      const passed = tops.filter((top) => top < innerHeight / 3).length
      setHere(marks[Math.max(0, passed - 1)]?.id)
      const isAtEnd =
        scrollY + innerHeight >= document.documentElement.scrollHeight - 240
      const readTo = isAtEnd ? marks.length : passed - 1
      const read = marks.slice(0, Math.max(0, readTo)).map(({ id }) => id)
      noteProgress(slug, (before) =>
        read.every((id) => before.sections.includes(id))
          ? before
          : {
              ...before,
              sections: [...new Set([...before.sections, ...read])],
            },
      )
    }
    const plan = () => {
      if (waiting) return
      waiting = true
      requestAnimationFrame(look)
    }
    // A reader may have come to a section, or scrolled, before this ran.
    plan()
    addEventListener('scroll', plan, { passive: true })
    return () => removeEventListener('scroll', plan)
  }, [slug, sections])
  return here
}
