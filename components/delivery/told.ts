/** So many events are kept for answers that are still on their way. */
const mostTold = 300

/** What the events told lately, and one more: an answer may be older. */
export function withTold<Event>(
  told: readonly Event[],
  event: Event,
): readonly Event[] {
  return [...told.slice(1 - mostTold), event]
}
