'use client'

import { useId, useState, type ComponentType } from 'react'
import type { Part } from '@/contracts/parts'
import { Icon } from '@/components/ui/icon'
import { MemberList } from './member-list'
import { partIcons, partNames } from './part-words'
import type { PhoneCodeProps } from './phone-code'
import { useMembers } from './use-members'
import { usePlace } from './use-place'

const parts: readonly Part[] = ['guest', 'kitchen', 'courier']

/**
 * The ticket that hands a part of this sandbox to a phone. Codes are made and
 * drawn once somebody asks for one.
 */
export function ContinueOnPhone({ start = 'kitchen' }: { start?: Part }) {
  const name = useId()
  const { here } = usePlace()
  const { members, invitations, reload } = useMembers()
  const [part, setPart] = useState<Part>(start)
  const [asked, setAsked] = useState<Part | null>(null)
  const [PhoneCode, setPhoneCode] = useState<ComponentType<PhoneCodeProps>>()
  // Only whoever opened a sandbox invites into it.
  if (here) return null

  async function ask() {
    setAsked(part)
    const loaded = await import('./phone-code')
    setPhoneCode(() => loaded.PhoneCode)
  }
  const phones = members.filter((member) => member.name === null)
  return (
    <section className="phone" aria-labelledby={name}>
      <div className="pass-ticket r-network">
        <div className="pass-ticket-sheet">
          {asked && PhoneCode ? (
            <PhoneCode
              titleId={name}
              part={asked}
              openIds={invitations?.map(({ id }) => id) ?? null}
              onMade={reload}
              onDone={() => setAsked(null)}
            />
          ) : (
            <>
              <p className="caps">Pass it on</p>
              <h2 id={name}>Continue on your phone</h2>
              <fieldset className="parts">
                <legend>Which part shall it play?</legend>
                {parts.map((one) => (
                  <label key={one}>
                    <input
                      type="radio"
                      name={name}
                      value={one}
                      checked={one === part}
                      onChange={() => setPart(one)}
                    />
                    <Icon name={partIcons[one]} size={16} />
                    {partNames[one]}
                  </label>
                ))}
              </fieldset>
              <button
                type="button"
                className="button button-solid"
                aria-disabled={asked !== null}
                onClick={() => void ask()}
              >
                Make a code
              </button>
            </>
          )}
        </div>
      </div>
      <MemberList members={phones} title="On other screens" onGone={reload} />
    </section>
  )
}
