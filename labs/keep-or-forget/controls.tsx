import { useId, useState } from 'react'
import { ask, restart, tell, type Letter, type Visit } from './ask'

const letters: readonly Letter[] = ['A', 'B']

/** What a guest can do: say a name, ask, and have a server started anew. */
export function Controls({
  room,
  isBusy,
  onGo,
}: {
  /** Null until a server was told something. */
  room: string | null
  isBusy: boolean
  onGo: (work: () => Promise<Visit>) => void
}) {
  const id = useId()
  const [name, setName] = useState('Ada')
  const [server, setServer] = useState<Letter>('A')
  const [withCookies, setWithCookies] = useState(true)
  const isAskable = room !== null && !isBusy
  return (
    <div className="keep-controls">
      <label htmlFor={id}>Your name</label>
      <input
        id={id}
        value={name}
        maxLength={24}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <fieldset>
        <legend>Which of your two servers</legend>
        <div className="keep-letters">
          {letters.map((letter) => (
            <label
              key={letter}
              className={letter === server ? 'is-chosen' : ''}
            >
              <input
                type="radio"
                className="sr-only"
                name={`${id}-server`}
                checked={letter === server}
                onChange={() => setServer(letter)}
              />
              Server {letter}
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className="button button-solid"
        disabled={isBusy || name.trim() === ''}
        onClick={() => onGo(() => tell(name.trim(), server))}
      >
        Tell server {server} your name
      </button>
      <label className="keep-check">
        <input
          type="checkbox"
          checked={withCookies}
          onChange={({ target }) => setWithCookies(target.checked)}
        />
        Send this browser’s cookies along
      </label>
      <button
        type="button"
        className="button"
        disabled={!isAskable}
        onClick={() => onGo(() => ask(room ?? '', server, withCookies))}
      >
        Ask server {server}: who am I?
      </button>
      <button
        type="button"
        className="button"
        disabled={!isAskable}
        onClick={() => onGo(() => restart(server))}
      >
        Restart server {server}
      </button>
    </div>
  )
}
