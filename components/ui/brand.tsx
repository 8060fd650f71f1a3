import Link from 'next/link'

/** The mark: a square, half light and half dark, with the hatch between. */
export function Brand() {
  return (
    <Link className="brand" href="/" prefetch={false}>
      <svg className="brand-mark" viewBox="0 0 26 26" aria-hidden="true">
        <rect
          x=".75"
          y=".75"
          width="24.5"
          height="24.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
        <rect x="13" width="13" height="26" fill="currentColor" />
        <path d="M13 7.8a5.2 5.2 0 0 0 0 10.4z" fill="currentColor" />
        <path d="M13 7.8a5.2 5.2 0 0 1 0 10.4z" fill="var(--surface)" />
      </svg>
      <span>Back of House</span>
    </Link>
  )
}
