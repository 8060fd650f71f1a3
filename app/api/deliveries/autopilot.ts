import { claimDeliveries } from '@/server/delivery/claim-deliveries'
import { nextOnTheWay } from '@/server/autopilot/pace'
import { getDelivery } from '@/server/delivery/list-deliveries'
import { noteDelivery } from '@/server/delivery/offer-delivery'
import { takeDelivery } from '@/server/delivery/take-delivery'
import { chore } from '@/server/http/chore'
import { getOrder } from '@/server/orders/get-order'
import { moveOrder } from '@/server/orders/move-order'
import { findPlayer } from '@/server/shifts/find-player'

/**
 * Plays the courier where nobody does: takes the offer, collects, delivers.
 * Whoever comes by carries out what is due.
 */
export const autopilotRides = chore(
  'play the courier',
  claimDeliveries,
  async ({ db, step }, { id }) => {
    const player = await step('see who plays the courier', () =>
      findPlayer(db, 'courier'),
    )
    if (!player.isAutopilot)
      return step('leave it to them', () =>
        noteDelivery(db, id, { autopilotAt: player.until }),
      )

    const current = await step('find the order', () => getOrder(db, id))
    const status = nextOnTheWay[current.order.status]
    const by = 'autopilot' as const
    if (status)
      return step('move the order', () =>
        moveOrder(db, { by, autopilot: true }, current, { status }),
      )

    const { status: stage } = await step('find the delivery', () =>
      getDelivery(db, id),
    )
    if (stage === 'offered')
      return step('take the delivery', () => takeDelivery(db, by, id))
    return step('leave it to them', () =>
      noteDelivery(db, id, { autopilotAt: null }),
    )
  },
)
