import type { Metadata } from 'next'
import { RestaurantList } from '@/components/delivery/restaurant-list'
import { YourOrders } from '@/components/delivery/your-orders'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { restaurantNames } from './restaurants'
import { WithoutScripts } from './without-scripts'
import './order.css'
import './plateful.css'

export const metadata: Metadata = {
  title: 'Plateful',
  description:
    'A food-delivery app with a real backend behind it: choose, order, follow your order, and open the trace of each press.',
}

/** The delivery app: who is open, and what you ordered. */
export default function PlatefulPage() {
  const names = Object.entries(restaurantNames)
  return (
    <>
      <SiteHeader current="/plateful" />
      <main className="plateful" id="main">
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
          </section>
        </div>
      </main>
      <SiteFooter />
    </>
  )
}
