import { useState } from 'react'
import type { MemberList as Members } from '@/contracts/members'
import { wordsForReading } from '@/components/delivery/delivery-words'
import { Icon } from '@/components/ui/icon'
import { showOut } from './members-api'
import { partIcons, partNames } from './part-words'

/** Who is in, and the way to show each of them out. */
export function MemberList({
  members,
  title,
  onGone,
}: {
  members: Members['items']
  title: string
  onGone: () => Promise<void>
}) {
  const [word, setWord] = useState('')
  const [going, setGoing] = useState<string | null>(null)
  async function remove(id: string, name: string) {
    if (going) return
    setGoing(id)
    try {
      await showOut(id)
      await onGone()
      setWord(`${name} was shown out.`)
    } catch (error) {
      const words = await wordsForReading(error)
      setWord(`${name} is still in. ${words.title}.`)
    } finally {
      setGoing(null)
    }
  }
  return (
    <div className="member-list">
      {members.length > 0 && (
        <>
          <h3>{title}</h3>
          <ul>
            {members.map(({ id, part, name, joinedAt }) => (
              <li key={id}>
                <Icon name={partIcons[part]} size={16} />
                <span>
                  <bdi>{name ?? partNames[part]}</bdi>{' '}
                  <span className="member-since">since {timeOf(joinedAt)}</span>
                </span>
                <button
                  type="button"
                  className="button"
                  aria-disabled={going === id}
                  onClick={() => void remove(id, name ?? partNames[part])}
                >
                  Show out
                  <span className="sr-only"> {name ?? partNames[part]}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="member-word" aria-live="polite" aria-atomic="true">
        {word}
      </p>
    </div>
  )
}

function timeOf(at: string): string {
  return new Date(at).toLocaleTimeString([], { timeStyle: 'short' })
}
