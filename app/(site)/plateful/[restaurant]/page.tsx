import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { RestaurantMenu } from '@/components/delivery/restaurant-menu'
import { Icon } from '@/components/ui/icon'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../../page-metadata'
import { restaurantNames, usualDishes } from '../restaurants'
import { WithoutScripts } from '../without-scripts'
import '../delivery-page.css'
import '../menu-page.css'

type Props = { params: Promise<{ restaurant: string }> }

/** No other restaurants than these, so no other pages. */
export const dynamicParams = false

export function generateStaticParams() {
  return Object.keys(restaurantNames).map((restaurant) => ({ restaurant }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { restaurant } = await params
  const name = restaurantNames[restaurant] ?? 'Closed'
  return pageMetadata({
    title: `${name} at Plateful`,
    description: `The menu of ${name}, in a food-delivery app with a real backend behind it.`,
    path: `/plateful/${restaurant}`,
  })
}

/** The menu of one restaurant, and your basket. */
export default async function RestaurantPage({ params }: Props) {
  const { restaurant: slug } = await params
  const name = restaurantNames[slug]
  if (!name) notFound()
  return (
    <>
      <SiteHeader current="/plateful" />
      <main className="plateful" id="main">
        <div className="plateful-head is-restaurant">
          <Link className="plateful-back" href="/plateful">
            <Icon name="arrow-left" size={15} />
            All restaurants
          </Link>
          <h1>{name}</h1>
        </div>
        <RestaurantMenu key={slug} slug={slug} dishCount={usualDishes} />
        <WithoutScripts slug={slug} />
      </main>
      <SiteFooter />
    </>
  )
}
