import type { Metadata } from 'next'
import { NoSuchTrace } from '../no-such-trace'

export const metadata: Metadata = { title: 'No such trace' }

/**
 * What proxy.ts answers for a trace that is not there: whole in its HTML, which
 * Next's own not-found page of a page rendered on request is not.
 */
export default NoSuchTrace
