/** What the labs about limits and passwords do, and the chapter that tells more. */
export const limitSteps = {
  'hold it against the limit': 'security',
  'forget the tries': 'security',
  'DELETE rate_limits': 'security',
  'hash the passwords': 'security',
  'guess at the fast hashes': 'security',
  'guess at the slow hashes': 'security',
} as const
