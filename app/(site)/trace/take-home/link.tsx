import type { AnchorHTMLAttributes } from 'react'
import { atHome } from './site'

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & {
  href: string
  prefetch?: boolean
}

/** Stands in for `next/link` within a file: a plain link, back to the site. */
export default function Link({ href, prefetch: _, children, ...rest }: Props) {
  return (
    <a {...rest} href={atHome(href)}>
      {children}
    </a>
  )
}
