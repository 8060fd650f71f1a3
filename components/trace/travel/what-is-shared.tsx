import { useState, type ReactNode } from 'react'
import type { Trace } from '@/contracts/trace'
import { sharedName, sharedSandbox } from '@/contracts/public-copy'
import { Icon } from '@/components/ui/icon'
import { scrollable } from '../inspector-parts'
import { copyFacts } from './copy-facts'

/** The copy as it will be, told before it leaves: what is in it, what is not. */
export function WhatIsShared({ copy }: { copy: Trace }) {
  const facts = copyFacts(copy)
  const { messages, tables, texts, maskedFields } = facts
  return (
    <div className="travel-contents" role="group" aria-label="What is shared">
      <h4>What is shared</h4>
      <dl>
        <Item term="Spans">
          <b>{facts.spans}</b> with their times, from{' '}
          {facts.services.join(', ')}, and the code they ran
        </Item>
        <Item term="Messages">
          {messages.length === 0 ? (
            'none'
          ) : (
            <ul className="travel-lines">
              {messages.map(({ line, count }) => (
                <li key={line}>
                  <code>{line}</code>
                  {count > 1 && ` ${count} times`}
                </li>
              ))}
            </ul>
          )}
        </Item>
        <Item term="Rows">
          <b>{facts.statements}</b> SQL statements with their values
          <ul className="travel-tables">
            {tables.map(({ name, changed, read }) => (
              <li key={name}>
                <code>{name}</code> {amounts(changed, read)}
              </li>
            ))}
          </ul>
        </Item>
        <Item term="Written by hand">
          {texts.length === 0
            ? 'nothing: no note, no name'
            : texts.map(({ column, text }) => (
                <blockquote key={column + text}>
                  <span>{column}</span>
                  <q>{text}</q>
                </blockquote>
              ))}
        </Item>
        <Item term="Left out" icon="check">
          <code>{maskedFields.join(', ') || 'no secret field'}</code>: the
          length is shown, the value is not. Your sandbox is called{' '}
          <code>{sharedSandbox}</code>, each guest {sharedName}
        </Item>
      </dl>
      <WordForWord copy={copy} bytes={facts.bytes} />
    </div>
  )
}

function Item({
  term,
  icon,
  children,
}: {
  term: string
  icon?: 'check'
  children: ReactNode
}) {
  return (
    <div>
      <dt>
        {icon && <Icon name={icon} size={14} />}
        {term}
      </dt>
      <dd>{children}</dd>
    </div>
  )
}

function amounts(changed: number, read: number): string {
  const parts = [
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(read > 0 ? [`${read} read`] : []),
  ]
  return parts.join(', ')
}

/** All of it, for whoever wants to see every word before it is public. */
function WordForWord({ copy, bytes }: { copy: Trace; bytes: number }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details
      className="travel-words"
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>
        Read it word for word ({Math.round(bytes / 1024).toLocaleString('en')}{' '}
        KiB)
      </summary>
      {isOpen && (
        <pre {...scrollable('The copy, word for word')}>
          {JSON.stringify(copy, null, 1)}
        </pre>
      )}
    </details>
  )
}
