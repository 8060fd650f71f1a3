import Link from 'next/link'
import { RestaurantList } from '@/components/delivery/restaurant-list'
import { SidesNav } from '@/components/delivery/sides-nav'
import { YourOrders } from '@/components/delivery/your-orders'
import { ContinueOnPhone } from '@/components/members/continue-on-phone'
import { Icon } from '@/components/ui/icon'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../page-metadata'
import { restaurantNames } from './restaurants'
import { WithoutScripts } from './without-scripts'
import '@/components/members/ticket.css'
import './delivery-page.css'

export const metadata = pageMetadata({
  title: 'Plateful',
  description:
    'A food-delivery app with a real backend behind it: choose, order, follow your order, and open the trace of each press.',
  path: '/plateful',
})

/** The delivery app: who is open, and what you ordered. */
export default function PlatefulPage() {
  const names = Object.entries(restaurantNames)
  return (
    <>
      <SiteHeader current="/plateful" />
      <main className="plateful" id="main">
        <SidesNav current="/plateful" />
        <div className="plateful-head">
          <h1>Plateful</h1>
          <p>
            A delivery app with nothing staged. Each press sends a request to
            the backend of this site, and each request leaves a trace that you
            can open.
          </p>
        </div>
        <div className="plateful-sides">
          <div>
            <RestaurantList count={names.length} />
            <WithoutScripts />
          </div>
          <section id="your-orders" aria-labelledby="your-orders-title">
            <h2 className="list-head" id="your-orders-title">
              Your orders
            </h2>
            <YourOrders />
            <ContinueOnPhone />
            <p className="class-link">
              <Link href="/plateful/wall" prefetch={false}>
                Order with a whole class, and see it on a wall
                <Icon name="arrow-right" size={15} />
              </Link>
            </p>
          </section>
        </div>
      </main>
      <SiteFooter />
    </>
  )
}
