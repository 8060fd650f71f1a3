import { chore } from '@/server/http/chore'
import { nextInKitchen } from '@/server/autopilot/pace'
import { claimMoves } from '@/server/orders/claim-moves'
import { getOrder } from '@/server/orders/get-order'
import { moveOrder } from '@/server/orders/move-order'
import { postponeMove } from '@/server/orders/postpone-move'
import { findPlayer } from '@/server/shifts/find-player'

/**
 * Plays the kitchen where nobody does: whoever comes by carries out what is
 * due. The move is guarded like everybody's, so a person who was faster wins.
 */
export const autopilotCooks = chore(
  'play the kitchen',
  claimMoves,
  async ({ db, step }, { id }) => {
    const player = await step('see who plays the kitchen', () =>
      findPlayer(db, 'kitchen'),
    )
    const current = await step('find the order', () => getOrder(db, id))
    const status = nextInKitchen[current.order.status]
    if (!player.isAutopilot || !status)
      return step('leave it to them', () => postponeMove(db, id, player.until))

    const mover = { by: 'autopilot', autopilot: true } as const
    await step('move the order', () =>
      moveOrder(db, mover, current, { status }),
    )
  },
)
