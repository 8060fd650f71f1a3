import type { Delivery } from '@/contracts/deliveries'
import type { Order } from '@/contracts/orders'
import type { Restaurant, RestaurantWithMenu } from '@/contracts/restaurants'
import type { CurrentSandbox } from '@/contracts/sandboxes'
import { isOrder, isRecord } from '@/components/read-reply'

/*
 * What these screens rely on in a reply, checked by hand as in
 * components/read-reply.ts: the schemas would outweigh the page.
 */

export function isRestaurantList(
  value: unknown,
): value is { items: Restaurant[] } {
  return isRecord(value) && isListOf(value.items, isRestaurant)
}

export function isRestaurantWithMenu(
  value: unknown,
): value is RestaurantWithMenu {
  return (
    isRestaurant(value) &&
    'menu' in value &&
    isRecord(value.menu) &&
    isListOf(value.menu.dishes, isDish)
  )
}

export function isOrderList(value: unknown): value is { items: Order[] } {
  return isRecord(value) && isListOf(value.items, isWholeOrder)
}

export function isWholeOrder(value: unknown): value is Order {
  return isOrder(value) && Array.isArray(value.history)
}

export function isDeliveryList(value: unknown): value is { items: Delivery[] } {
  return isRecord(value) && isListOf(value.items, isDelivery)
}

export function isDelivery(value: unknown): value is Delivery {
  return (
    isRecord(value) &&
    typeof value.order === 'string' &&
    typeof value.status === 'string' &&
    typeof value.distanceKm === 'number' &&
    typeof value.travelMs === 'number' &&
    (value.sky === null || typeof value.sky === 'string') &&
    typeof value.asOf === 'string' &&
    isRecord(value.restaurant) &&
    isListOf(value.way, isRecord)
  )
}

export function isCurrentSandbox(value: unknown): value is CurrentSandbox {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.autopilot === 'boolean' &&
    isListOf(value.shifts, isRecord)
  )
}

function isRestaurant(value: unknown): value is Restaurant {
  return (
    isRecord(value) &&
    typeof value.slug === 'string' &&
    typeof value.name === 'string' &&
    typeof value.open === 'boolean' &&
    isRecord(value.deliveryFee) &&
    isRecord(value.minutes)
  )
}

function isDish(value: unknown): boolean {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    typeof value.name === 'string' &&
    typeof value.portionsLeft === 'number' &&
    isRecord(value.price) &&
    Array.isArray(value.allergens)
  )
}

function isListOf(value: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne)
}
