import { KitchenScreen } from '@/components/delivery/kitchen/kitchen-screen'
import { pageMetadata } from '../../page-metadata'
import { SidePage } from '../side-page'

export const metadata = pageMetadata({
  title: 'The kitchen of Plateful',
  description:
    'Tickets arrive as they are printed: accept, cook and hand out the orders of your own sandbox, live.',
  path: '/plateful/kitchen',
})

/** The other side of the hatch: whoever opens this page is the cook. */
export default function KitchenPage() {
  return (
    <SidePage
      current="/plateful/kitchen"
      title="In the kitchen"
      lede="The orders of your own sandbox, from every restaurant, as they are printed. What you press here the guest and the courier see a moment later."
      words="Each press is a PATCH with If-Match: it counts only if the order is still where you saw it. However many tabs and screens of this browser are open, one stream of events feeds them all."
    >
      <KitchenScreen />
    </SidePage>
  )
}
