import { Icon } from '../ui/icon'

/**
 * Opens the search (search-host.tsx hears the press). Without scripts it leads
 * to the page that lists everything.
 */
export function SearchLink() {
  return (
    <a
      className="search-link"
      href="/search"
      aria-haspopup="dialog"
      aria-keyshortcuts="/ Control+K Meta+K"
    >
      <Icon name="search" size={16} />
      <span>Search</span>
      <kbd aria-hidden="true">/</kbd>
    </a>
  )
}
