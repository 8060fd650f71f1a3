import type { Moment } from '@/contracts/moments'
import { Icon } from '@/components/ui/icon'
import { momentNames, writes } from './words'

/** The two writes, and where the power goes. */
export function Statements({ moment }: { moment: Moment }) {
  const cut = <PowerGoes moment={moment} />
  return (
    <ol className="cut-statements">
      {moment === 'before-first' && cut}
      <Write at={0} />
      {moment === 'between' && cut}
      <Write at={1} />
      {moment === 'before-commit' && cut}
      <li className="r-data">
        <i aria-hidden="true" />
        <code>COMMIT</code>
      </li>
      {moment === 'after-commit' && cut}
    </ol>
  )
}

function Write({ at }: { at: 0 | 1 }) {
  return (
    <li className="is-write r-data">
      <i aria-hidden="true">{at + 1}</i>
      <code>{writes[at]}</code>
    </li>
  )
}

function PowerGoes({ moment }: { moment: Moment }) {
  return (
    <li className="cut-here r-fail">
      <span>
        <Icon name="unplug" size={14} />
        power goes out
        <span className="sr-only"> {momentNames[moment]}</span>
      </span>
    </li>
  )
}
