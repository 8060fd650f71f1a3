'use client'

import { useEffect, useId, useRef, useState } from 'react'
import type { WayIn } from '@/contracts/members'
import { Icon } from '@/components/ui/icon'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { isWholeCode } from './code'
import { LeftBehind } from './left-behind'
import { OwnCode } from './own-code'
import { partIcons } from './part-words'
import { useJoin } from './use-join'

/** Type a code, see what it opens, and only then go in. */
export function JoinForm() {
  const { code, wayIn, isBusy, problem, ...does } = useJoin()
  const field = useRef<HTMLInputElement>(null)
  const [tries, setTries] = useState(0)
  const mend = () => {
    does.type(wayIn ? code : '')
    field.current?.focus()
  }
  const again = () => {
    setTries(tries + 1)
    does.look()
  }
  return (
    <div className="join-form">
      {wayIn?.isYours ? (
        <OwnCode wayIn={wayIn} onOther={does.startAgain} />
      ) : wayIn ? (
        <Question
          wayIn={wayIn}
          isBusy={isBusy}
          onEnter={does.enter}
          onOther={does.startAgain}
        />
      ) : (
        <CodeField
          field={field}
          code={code}
          isBusy={isBusy}
          onType={does.type}
          onSend={does.look}
        />
      )}
      {problem && (
        <ProblemNotice
          key={tries}
          words={problem}
          onTryAgain={again}
          onMend={mend}
        />
      )}
    </div>
  )
}

function CodeField({
  field,
  code,
  isBusy,
  onType,
  onSend,
}: {
  field: React.RefObject<HTMLInputElement | null>
  code: string
  isBusy: boolean
  onType: (typed: string) => void
  onSend: () => void
}) {
  const id = useId()
  const isWhole = isWholeCode(code)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) onSend()
      }}
    >
      <label htmlFor={id}>The code</label>
      <input
        ref={field}
        id={id}
        className="join-code"
        value={code}
        placeholder="7K2-QFDX"
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        aria-describedby={`${id}-help`}
        onChange={({ currentTarget }) => onType(currentTarget.value)}
      />
      <p id={`${id}-help`} className="join-help">
        Seven signs. Small letters are as good, and the dash may be left out.
      </p>
      <button
        type="submit"
        className="button button-solid join-go"
        aria-disabled={!isWhole || isBusy}
      >
        {isBusy ? 'Looking' : 'See what it opens'}
        <Icon name="arrow-right" size={16} />
      </button>
    </form>
  )
}

const longestName = 24

function Question({
  wayIn,
  isBusy,
  onEnter,
  onOther,
}: {
  wayIn: WayIn
  isBusy: boolean
  onEnter: (name: string) => void
  onOther: () => void
}) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const [name, setName] = useState('')
  const isClass = wayIn.kind === 'class'
  const isReady = !isBusy && (!isClass || name.trim() !== '')
  useEffect(() => heading.current?.focus(), [])
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onEnter(isClass ? name.trim() : '')
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        <Icon name={partIcons[wayIn.part]} size={24} />
        {isClass ? 'This code opens a class' : titles[wayIn.part]}
      </h2>
      <p>{isClass ? classText(wayIn) : texts[wayIn.part]}</p>
      {isClass && (
        <>
          <label htmlFor={id}>Your name in the class</label>
          <input
            id={id}
            className="join-name"
            value={name}
            maxLength={longestName}
            autoComplete="nickname"
            aria-describedby={`${id}-help`}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <p id={`${id}-help`} className="join-help">
            Up to {longestName} signs. The class sees it beside your orders, and
            nobody else does. It need not be your real one.
          </p>
        </>
      )}
      <LeftBehind />
      <p className="join-actions">
        <button
          type="submit"
          className="button button-solid join-go"
          aria-disabled={!isReady}
        >
          {isBusy ? 'Going in' : 'Go in'}
          <Icon name="arrow-right" size={16} />
        </button>
        <button type="button" className="button" onClick={onOther}>
          Stay here
        </button>
      </p>
    </form>
  )
}

const titles = {
  guest: 'This code lets a guest in',
  kitchen: 'This code opens a kitchen',
  courier: 'This code hands you the courier’s bag',
}

const texts = {
  guest:
    'You order in the sandbox of whoever gave you the code, and see what is ordered there. Kitchen and courier are played by others.',
  kitchen:
    'You play the kitchen in the sandbox of whoever gave you the code: accept what comes in, or reject it, cook, and hand it over.',
  courier:
    'You play the courier in the sandbox of whoever gave you the code: take what is offered, collect it, bring it to the door.',
}

function classText({ expiresAt }: WayIn): string {
  const end = new Date(expiresAt).toLocaleTimeString([], { timeStyle: 'short' })
  return `You order as a guest, in one kitchen with everybody else, until ${end}. Everybody’s orders and traces are on the wall.`
}
