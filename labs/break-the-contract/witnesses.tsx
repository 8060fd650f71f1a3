import type { ReactNode } from 'react'
import type { ContractChange } from '@/contracts/break-the-contract-choices'
import type { ContractDifference } from '@/contracts/break-the-contract'
import { DemoLabel } from '@/components/ui/demo-label'
import { Icon } from '@/components/ui/icon'
import { compiler, messagesFor } from './compiled'
import type { Release } from './release'
import { breakingIn, complaintsIn } from './verdict'

/** The three who might find it before a guest does. */
export function Witnesses({
  change,
  came,
}: {
  change: ContractChange
  came: Release | null
}) {
  return (
    <>
      <Tool came={came} />
      <Compiler change={change} isShown={came !== null} />
      <Checker came={came} />
    </>
  )
}

function Tool({ came }: { came: Release | null }) {
  const isBroken = came !== null && breakingIn(came).length > 0
  return (
    <Witness
      title="The comparing tool"
      about="api-smart-diff, on both documents, before anything runs"
      verdict={came && (isBroken ? 'breaking' : 'not breaking')}
      isBroken={isBroken}
    >
      {came && <Differences differences={came.findings.differences} />}
    </Witness>
  )
}

const mostShown = 4

/** What breaks comes first; of many of a kind the tool has words for a few. */
function Differences({
  differences,
}: {
  differences: readonly ContractDifference[]
}) {
  const told = differences
    .filter(({ says }) => says.startsWith('['))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, mostShown)
  const left = differences.length - told.length
  return (
    <>
      <ul>
        {told.map((difference) => (
          <Difference key={difference.pointer} difference={difference} />
        ))}
      </ul>
      {left > 0 && <p className="lab-note">And {left} more like these.</p>}
    </>
  )
}

function rank({ kind }: ContractDifference): number {
  return kind === 'breaking' ? 0 : 1
}

function Difference({
  difference: { kind, says, pointer },
}: {
  difference: ContractDifference
}) {
  return (
    <li>
      <b className={kind === 'breaking' ? 'r-fail' : ''}>{kind}</b> {says}
      <code>{pointer.split('/schema/').at(-1)}</code>
    </li>
  )
}

function Compiler({
  change,
  isShown,
}: {
  change: ContractChange
  isShown: boolean
}) {
  const messages = messagesFor(change)
  const isBroken = isShown && messages.length > 0
  return (
    <Witness
      title="The compiler"
      about={
        <>
          <DemoLabel kind="recorded" /> TypeScript {compiler.typescript} on the
          phone’s program, {compiler.recordedOn}; types by openapi-typescript{' '}
          {compiler.types}
        </>
      }
      verdict={isShown ? (isBroken ? 'does not build' : 'builds') : null}
      isBroken={isBroken}
    >
      {isBroken && (
        <ul>
          {messages.map(({ line, code, says }, at) => (
            <li key={at}>
              <b className="r-fail">{code}</b> {says}
              <code>old-client.ts, line {line}</code>
            </li>
          ))}
        </ul>
      )}
    </Witness>
  )
}

function Checker({ came }: { came: Release | null }) {
  const complaints = came ? complaintsIn(came) : []
  const isRefused = came !== null && came.refused.length > 0
  return (
    <Witness
      title="The checker"
      about={
        isRefused
          ? 'zod at the changed door, on the phone’s question'
          : 'zod by the contract of March, on the first answer'
      }
      verdict={came && (complaints.length > 0 ? 'complains' : 'is content')}
      isBroken={complaints.length > 0}
    >
      {complaints.length > 0 && (
        <ul>
          {complaints.map(({ pointer, detail }) => (
            <li key={`${pointer} ${detail}`}>
              <b className="r-fail">{pointer || 'the whole'}</b> {detail}
            </li>
          ))}
        </ul>
      )}
    </Witness>
  )
}

/** Somebody who looks at the change, by what means, and what they say. */
function Witness({
  title,
  about,
  verdict,
  isBroken,
  children,
}: {
  title: string
  about: ReactNode
  /** Null before the change was released. */
  verdict: string | null
  isBroken: boolean
  children: ReactNode
}) {
  return (
    <section
      className={isBroken ? 'pact-witness r-fail' : 'pact-witness'}
      aria-label={title}
    >
      <h4>
        {title}
        {verdict && (
          <span className="pact-verdict">
            <Icon name={isBroken ? 'fail' : 'check'} size={14} />
            {verdict}
          </span>
        )}
      </h4>
      <p className="lab-note">{about}</p>
      {children}
    </section>
  )
}
