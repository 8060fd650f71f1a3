import { skewSentences, type Skew } from './skew-words'

/** Says how clocks were corrected; nothing where none had to be. */
export function SkewNote({ skew }: { skew: Skew }) {
  const sentences = skewSentences(skew)
  if (sentences.length === 0) return null
  return <p className="skew-note">{sentences.join(' ')}</p>
}
