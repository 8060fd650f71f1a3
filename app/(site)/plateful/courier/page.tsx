import { CourierScreen } from '@/components/delivery/courier/courier-screen'
import { pageMetadata } from '../../page-metadata'
import { SidePage } from '../side-page'

export const metadata = pageMetadata({
  title: 'The courier of Plateful',
  description:
    'Take what is offered, collect it, follow the map to the door: the deliveries of your own sandbox, live.',
  path: '/plateful/courier',
})

/** The third screen: whoever opens this page is the courier. */
export default function CourierPage() {
  return (
    <SidePage
      current="/plateful/courier"
      title="On the road"
      lede="An accepted order is offered to a courier. Of two who take the same one, one gets it: the condition is part of the update."
      words="Nobody sends positions. Every screen works out where the courier is from the same three facts of the event log: when they set off, how long the way takes, and what the server’s clock says now."
    >
      <div className="courier-place">
        <CourierScreen />
      </div>
    </SidePage>
  )
}
