import { useState } from 'react'
import { Pick } from '@/components/lab/pick'
import { canSeal, hexOf, makeKey, makeNonce, seal, tagBytes, xor } from './seal'

const choices = [
  { value: 'same', text: 'the same nonce' },
  { value: 'new', text: 'a new nonce' },
] as const
type Choice = (typeof choices)[number]['value']

type Told = {
  choice: Choice
  first: Uint8Array
  second: Uint8Array
  laid: Uint8Array
  /** What somebody reads who knows the first note. */
  read: string
  /** How much of the second note that is. */
  isGivenAway: boolean
}

/** Two notes under one key. All of it is computed in this page. */
export function NonceTwice() {
  const [first, setFirst] = useState('The bell is shy. Please knock.')
  const [second, setSecond] = useState('The key is under the red pot.')
  const [choice, setChoice] = useState<Choice>('same')
  const [told, setTold] = useState<Told | null>(null)
  const press = async () => setTold(await sealBoth(first, second, choice))
  return (
    <section className="seal-part" aria-label="The same nonce twice">
      <h3>The same nonce twice</h3>
      <p className="lab-note">
        A nonce is a number for one use. Seal two notes with one key, and find
        out what a listener has who knows the first.
      </p>
      <Words
        label="The first note, which the listener knows"
        text={first}
        onWrite={setFirst}
      />
      <Words label="The second note" text={second} onWrite={setSecond} />
      <Pick
        label="The second is sealed with"
        options={choices}
        value={choice}
        onPick={setChoice}
      />
      <button
        type="button"
        className="lab-press"
        disabled={!first || !second}
        onClick={() => void press()}
      >
        Seal both, and listen
      </button>
      {told && <WhatIsTold told={told} />}
    </section>
  )
}

function WhatIsTold({ told }: { told: Told }) {
  return (
    <>
      <dl className="seal-two">
        <dt>first, sealed</dt>
        <dd>{hexOf(told.first)}</dd>
        <dt>second, sealed</dt>
        <dd>{hexOf(told.second)}</dd>
        <dt>laid over each other (XOR)</dt>
        <dd>{hexOf(told.laid)}</dd>
        <dt>and over the first note</dt>
        <dd className={told.isGivenAway ? 'r-fail' : 'r-service'}>
          <span>{told.read}</span>
        </dd>
      </dl>
      <p className="lab-note" aria-live="polite" aria-atomic="true">
        {told.isGivenAway
          ? 'The second note, without the key. One nonce gives one stream of bytes, which covers both notes; laid over each other it cancels out, and what is left is the two notes themselves.'
          : 'Nothing to be read. Each note is covered by a stream of its own, and nothing cancels out.'}
      </p>
    </>
  )
}

function Words({
  label,
  text,
  onWrite,
}: {
  label: string
  text: string
  onWrite: (text: string) => void
}) {
  return (
    <label className="seal-words">
      <span>{label}</span>
      <input
        className="seal-input"
        maxLength={60}
        value={text}
        onChange={({ target }) => onWrite(target.value)}
      />
    </label>
  )
}

async function sealBoth(
  first: string,
  second: string,
  choice: Choice,
): Promise<Told | null> {
  if (!canSeal()) return null
  const key = await makeKey()
  const nonce = makeNonce()
  const other = choice === 'same' ? nonce : makeNonce()
  const a = (await seal(key, nonce, first)).slice(0, -tagBytes)
  const b = (await seal(key, other, second)).slice(0, -tagBytes)
  const laid = xor(a, b)
  const bytes = xor(laid, new TextEncoder().encode(first))
  const read = [...bytes]
    .map((byte) => String.fromCharCode(byte))
    .join('')
    .replaceAll(/[^\x20-\x7e]/g, '·')
  const isGivenAway = second.startsWith(read)
  return { choice, first: a, second: b, laid, read, isGivenAway }
}
