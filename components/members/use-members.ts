import { useCallback, useEffect, useState } from 'react'
import type { InvitationList, MemberList } from '@/contracts/members'
import { ApiProblemError } from '@/components/api-errors'
import { useFeed } from '@/components/delivery/feed'
import { useHasSandbox } from '@/components/use-has-sandbox'
import { usePlace } from './use-place'
import { listInvitations, listMembers } from './members-api'

export type Company = {
  members: MemberList['items']
  /** Null where they are not this reader's to see, or not read yet. */
  invitations: InvitationList['items'] | null
}

const nobody: Company = { members: [], invitations: null }

/**
 * Who is in this browser's sandbox, and which ways in are open; read anew
 * whenever somebody comes or goes.
 */
export function useMembers(): Company & { reload: () => Promise<void> } {
  const follow = useFeed()
  const hasSandbox = useHasSandbox()
  const { here } = usePlace()
  const isOwner = here === null
  const [company, setCompany] = useState(nobody)

  const reload = useCallback(async () => {
    try {
      const [members, invitations] = await Promise.all([
        listMembers(),
        isOwner ? listInvitations() : null,
      ])
      setCompany({ members, invitations })
    } catch (error) {
      // What was read stays; a sandbox that is gone has nobody in it.
      const isGone =
        error instanceof ApiProblemError && error.problem.status === 401
      if (isGone) setCompany(nobody)
    }
  }, [isOwner])

  useEffect(() => {
    if (!hasSandbox) return
    let wasOpen = false
    const stop = follow({
      onEvent: ({ event }) => {
        if (event === 'member.joined' || event === 'member.left') void reload()
      },
      onState: (stream) => {
        if (stream === 'open' && !wasOpen) void reload()
        wasOpen = stream === 'open'
      },
    })
    return stop
  }, [hasSandbox, reload, follow])

  return { ...company, reload }
}
