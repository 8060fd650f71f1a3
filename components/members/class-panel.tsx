import { useId, useState } from 'react'
import type { Invitation } from '@/contracts/members'
import { wordsForReading } from '@/components/delivery/delivery-words'
import type { KindWords } from '@/components/kind-words'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ClassTicket } from './class-ticket'
import { keepClass, useKeptClass } from './kept-class'
import { closeInvitation, invite } from './members-api'
import { MemberList } from './member-list'
import type { Company } from './use-members'

/** Opens the sandbox to a class, shows its code, and closes it again. */
export function ClassPanel({
  members,
  invitations,
  reload,
}: Company & { reload: () => Promise<void> }) {
  const kept = useKeptClass()
  const { problem, tries, isBusy, run, retry } = useAction()
  const open = invitations?.find(({ kind }) => kind === 'class') ?? null
  // One whose last seat is taken is in no list any more, and not over yet.
  const isFull = kept !== null && invitations !== null && open === null
  const shown = open ?? (isFull ? kept : null)
  const pupils = members.filter(({ name }) => name !== null)

  const begin = (minutes: number) =>
    run(async () => {
      keepClass(await invite({ kind: 'class', minutes }))
      await reload()
    })
  const close = ({ id }: Pick<Invitation, 'id'>) =>
    run(async () => {
      await closeInvitation(id)
      keepClass(null)
      await reload()
    })
  return (
    <section className="class-panel" aria-labelledby="class-name">
      {shown ? (
        <ClassTicket
          open={shown}
          code={kept?.id === shown.id ? kept : null}
          isFull={isFull}
          inside={pupils.length}
          isBusy={isBusy}
          onClose={() => close(shown)}
        />
      ) : (
        <OpenClass isBusy={isBusy} onOpen={begin} />
      )}
      {problem && (
        <ProblemNotice key={tries} words={problem} onTryAgain={retry} />
      )}
      {pupils.length > 0 && (
        <details className="class-members">
          <summary>
            {pupils.length === 1
              ? '1 guest is in'
              : `${pupils.length} guests are in`}
          </summary>
          <MemberList members={pupils} title="In the class" onGone={reload} />
        </details>
      )}
    </section>
  )
}

const usualMinutes = 45

function OpenClass({
  isBusy,
  onOpen,
}: {
  isBusy: boolean
  onOpen: (minutes: number) => void
}) {
  const id = useId()
  const [minutes, setMinutes] = useState(String(usualMinutes))
  const count = Number(minutes)
  const isGood = Number.isInteger(count) && count >= 5 && count <= 180
  return (
    <form
      className="class-open"
      onSubmit={(event) => {
        event.preventDefault()
        if (isGood && !isBusy) onOpen(count)
      }}
    >
      <h2 id="class-name">Open this kitchen to a class</h2>
      <p>
        Up to 40 guests order in your sandbox, each with a name of their own,
        and everybody’s orders and traces appear below. You play kitchen and
        courier, or the autopilot does. It ends by itself.
      </p>
      <p className="class-minutes">
        <label htmlFor={id}>For how many minutes</label>
        <input
          id={id}
          type="number"
          inputMode="numeric"
          min={5}
          max={180}
          value={minutes}
          aria-invalid={!isGood}
          aria-describedby={`${id}-help`}
          onChange={({ currentTarget }) => setMinutes(currentTarget.value)}
        />
        <button
          type="submit"
          className="button button-solid"
          aria-disabled={!isGood || isBusy}
        >
          {isBusy ? 'Opening' : 'Open it'}
        </button>
        <span id={`${id}-help`}>5 to 180</span>
      </p>
    </form>
  )
}

function useAction() {
  const [isBusy, setIsBusy] = useState(false)
  const [problem, setProblem] = useState<KindWords | null>(null)
  const [tries, setTries] = useState(0)
  const [last, setLast] = useState<(() => Promise<void>) | null>(null)
  async function act(work: () => Promise<void>) {
    if (isBusy) return
    setIsBusy(true)
    setProblem(null)
    setLast(() => work)
    try {
      await work()
    } catch (error) {
      setTries((before) => before + 1)
      setProblem(await wordsForReading(error))
    } finally {
      setIsBusy(false)
    }
  }
  return {
    isBusy,
    problem,
    tries,
    run: (work: () => Promise<void>) => void act(work),
    retry: () => {
      if (last) void act(last)
    },
  }
}
