import type { Known } from './kept-weather'

/**
 * Answers that are on their way, by their question. Each process has a list of
 * its own: five processes may ask the same at once, and nobody minds five. What
 * would hurt is forty guests of one process.
 */
declare global {
  var backOfHouseQuestions: Map<string, Promise<Known | null>> | undefined
}

/** So many different questions may be under way at once. */
const mostQuestions = 16

/**
 * Has a question asked once, whoever else asks the same while its answer is on
 * the way; null when too many others are being asked.
 */
export async function together(
  question: string,
  work: () => Promise<Known | null>,
): Promise<Known | null> {
  const asked = (globalThis.backOfHouseQuestions ??= new Map())
  const pending = asked.get(question)
  if (pending) return pending
  if (asked.size >= mostQuestions) return null

  const answer = work().finally(() => asked.delete(question))
  asked.set(question, answer)
  return answer
}
