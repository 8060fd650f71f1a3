import ListTheOrders from './list-the-orders.mdx'
import ListTheRestaurants from './list-the-restaurants.mdx'
import FindTheRestaurant from './find-the-restaurant.mdx'
import ReadTheMenu from './read-the-menu.mdx'
import ReadThePageWanted from './read-the-page-wanted.mdx'
import LookUpTheRestaurants from './look-up-the-restaurants.mdx'
import ReadTheMenus from './read-the-menus.mdx'
import ReadWhatIsAsked from './read-what-is-asked.mdx'

/** The notes of the steps that read catalogue and orders, also for GraphQL. */
export const catalogueNotes = {
  'list the orders': ListTheOrders,
  'list the restaurants': ListTheRestaurants,
  'find the restaurant': FindTheRestaurant,
  'read the menu': ReadTheMenu,
  'read the page wanted': ReadThePageWanted,
  'read what is asked': ReadWhatIsAsked,
  'look up the restaurants': LookUpTheRestaurants,
  'read the menus': ReadTheMenus,
}
