import type { ReactNode } from 'react'
import type { Part } from '@/contracts/parts'
import { Icon, type IconName } from '@/components/ui/icon'
import { SpokenLine } from '@/components/trace/spoken-line'
import { ConnectionLine } from './connection-line'
import type { Connection } from './use-connection'
import type { Shift } from './use-shift'
import { WhoPlays } from './who-plays'

const names: Record<Part, [string, IconName]> = {
  guest: ['Guest', 'guest'],
  kitchen: ['Kitchen', 'service'],
  courier: ['Courier', 'bike'],
}

/** A screen of one part: its name, its line to the server, who plays it. */
export function ScreenFrame({
  part,
  title,
  connection,
  shift,
  news,
  now,
  children,
}: {
  part: Part
  title: string
  connection: Connection
  /** A guest has none: guests come and go. */
  shift: Shift | null
  news: string
  now: number
  children: ReactNode
}) {
  const [name, icon] = names[part]
  return (
    <section className="side-screen" aria-label={name}>
      <div className="side-screen-head">
        <h2>
          <Icon name={icon} size={20} />
          {name}
        </h2>
        <ConnectionLine connection={connection} />
      </div>
      {shift && part !== 'guest' && <WhoPlays part={part} shift={shift} />}
      <div className="side-device">
        <p className="side-device-head">
          <b>{title}</b>
          {shift?.sandbox && (
            <time className="num">
              {new Date(now).toLocaleTimeString([], { timeStyle: 'medium' })}
            </time>
          )}
        </p>
        {children}
      </div>
      <SpokenLine>{news}</SpokenLine>
    </section>
  )
}
