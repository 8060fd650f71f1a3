import type { Metadata } from 'next'
import { NoSuchTrace } from '../no-such-trace'

export const metadata: Metadata = { title: 'No such trace' }

export default NoSuchTrace
