import {
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useRouter } from 'next/navigation'
import { Icon } from '../ui/icon'
import { Status } from '../ui/status'
import { useModal } from '../ui/use-modal'
import { loadIndex } from './load-index'
import { SearchHits } from './search-hits'
import type { Find } from './search-index'
import './search.css'

/** Asks what is looked for, and leads there: by keys, by touch or by mouse. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const router = useRouter()
  const { find, hasFailed } = useIndex()
  const [question, setQuestion] = useState('')
  const [chosen, setChosen] = useState(0)
  const asked = useDeferredValue(question.trim())
  const groups = useMemo(() => find?.(asked) ?? [], [find, asked])
  const hits = groups.flatMap((group) => group.hits)
  const at = Math.min(chosen, hits.length - 1)
  useModal(dialog)

  const go = (href: string) => {
    dialog.current?.close()
    router.push(href)
  }
  const hear = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && hits.length > 0)
      setChosen((at + step + hits.length) % hits.length)
    else if (event.key === 'Enter' && hits[at]) go(hits[at].entry.href)
    else return
    event.preventDefault()
  }
  return (
    <dialog
      ref={dialog}
      className="search front"
      aria-label="Search"
      onClose={onClose}
    >
      <div className="search-inside">
        <div className="search-field">
          <Icon name="search" size={18} />
          <input
            role="combobox"
            aria-label="Search chapters, labs, words, API and problems"
            aria-autocomplete="list"
            aria-expanded={hits.length > 0}
            aria-controls={list}
            aria-activedescendant={at < 0 ? undefined : `${list}-${at}`}
            placeholder="Search"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            value={question}
            onChange={({ target }) => {
              setQuestion(target.value)
              setChosen(0)
            }}
            onKeyDown={hear}
          />
          <button
            type="button"
            className="icon-button"
            aria-label="Close"
            onClick={() => dialog.current?.close()}
          >
            <Icon name="fail" size={20} />
          </button>
        </div>
        {hits.length > 0 && (
          <SearchHits {...{ list, groups, at }} onGo={go} onPoint={setChosen} />
        )}
        <SearchFoot
          said={saidOf(asked, hits.length, find !== null, hasFailed)}
        />
      </div>
    </dialog>
  )
}

/** What there is to say, and the way to all of it. */
function SearchFoot({ said }: { said: string }) {
  return (
    <div className="search-foot">
      <p>
        <Status>{said}</Status>
      </p>
      <p className="search-keys" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> choose <kbd>Enter</kbd> open <kbd>Esc</kbd>{' '}
        close
      </p>
      <a href="/search">All of it on one page</a>
    </div>
  )
}

function saidOf(
  asked: string,
  count: number,
  isReady: boolean,
  hasFailed: boolean,
): string {
  if (hasFailed)
    return 'The list of what can be found did not come. It is a page as well:'
  if (asked === '') return 'Chapters, labs, words, the API and its problems.'
  if (!isReady) return 'One moment.'
  if (count === 0) return `Nothing is found for “${asked}”.`
  return count === 1 ? '1 place found.' : `${count} places found.`
}

function useIndex(): { find: Find | null; hasFailed: boolean } {
  const [find, setFind] = useState<Find | null>(null)
  const [hasFailed, setHasFailed] = useState(false)
  useEffect(() => {
    let isGone = false
    loadIndex().then(
      (loaded) => !isGone && setFind(() => loaded),
      () => !isGone && setHasFailed(true),
    )
    return () => {
      isGone = true
    }
  }, [])
  return { find, hasFailed }
}
