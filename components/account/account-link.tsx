import Link from 'next/link'
import { Icon } from '@/components/ui/icon'

/** The quiet way to the account: a key, and its word where there is room. */
export function AccountLink({ isCurrent = false }: { isCurrent?: boolean }) {
  return (
    <Link
      className="search-link account-link"
      href="/account"
      prefetch={false}
      aria-current={isCurrent ? 'page' : undefined}
    >
      <Icon name="auth" size={18} />
      <span>Account</span>
    </Link>
  )
}
