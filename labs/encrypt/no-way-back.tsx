import { useState } from 'react'
import { canSeal, hashOf } from './seal'

type Told = { word: string; hash: string; guess: string; guessed: string }

/** A hash has no key, and so nobody has one. */
export function NoWayBack() {
  const [word, setWord] = useState('knock twice')
  const [guess, setGuess] = useState('knock once')
  const [told, setTold] = useState<Told | null>(null)
  const press = async () => {
    if (!canSeal()) return
    const [hash, guessed] = [await hashOf(word), await hashOf(guess)]
    setTold({ word, hash, guess, guessed })
  }
  const isFound = told !== null && told.hash === told.guessed
  return (
    <section className="seal-part" aria-label="A hash has no way back">
      <h3>A hash has no way back</h3>
      <p className="lab-note">
        Encryption is a way there and back for whoever has the key. A hash
        (SHA-256 here) has no key: 256 bits come out, however long the text was,
        and nothing opens them. One can only guess.
      </p>
      <label className="seal-words">
        <span>A text</span>
        <input
          className="seal-input"
          maxLength={60}
          value={word}
          onChange={({ target }) => setWord(target.value)}
        />
      </label>
      <label className="seal-words">
        <span>A guess of somebody who has its hash</span>
        <input
          className="seal-input"
          maxLength={60}
          value={guess}
          onChange={({ target }) => setGuess(target.value)}
        />
      </label>
      <button type="button" className="lab-press" onClick={() => void press()}>
        Hash both
      </button>
      {told && (
        <>
          <dl className="seal-two">
            <dt>the text</dt>
            <dd>{told.hash}</dd>
            <dt>the guess</dt>
            <dd className={isFound ? 'r-fail' : 'r-service'}>
              <span>{told.guessed}</span>
            </dd>
          </dl>
          <p className="lab-note" aria-live="polite" aria-atomic="true">
            {isFound
              ? 'The same: it is guessed. That is all that can be done to a hash, and for a text that many would think of it is enough.'
              : 'Another one, all over. That a guess was close, a hash does not tell.'}
          </p>
        </>
      )}
    </section>
  )
}
