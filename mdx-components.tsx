import type { MDXComponents } from 'mdx/types'

/** What chapters may use without importing it. */
export function useMDXComponents(): MDXComponents {
  return {}
}
