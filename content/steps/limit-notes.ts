import DeleteRateLimits from './delete-rate-limits.mdx'
import ForgetTheTries from './forget-the-tries.mdx'
import GuessAtTheFastHashes from './guess-at-the-fast-hashes.mdx'
import GuessAtTheSlowHashes from './guess-at-the-slow-hashes.mdx'
import HashThePasswords from './hash-the-passwords.mdx'
import HoldItAgainstTheLimit from './hold-it-against-the-limit.mdx'

/** The notes of the steps that only the labs about limits and passwords take. */
export const limitNotes = {
  'hold it against the limit': HoldItAgainstTheLimit,
  'forget the tries': ForgetTheTries,
  'DELETE rate_limits': DeleteRateLimits,
  'hash the passwords': HashThePasswords,
  'guess at the fast hashes': GuessAtTheFastHashes,
  'guess at the slow hashes': GuessAtTheSlowHashes,
}
