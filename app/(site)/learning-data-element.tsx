import type { LearningThing } from './learning-data'

/**
 * Data in a script element of a type that no browser executes, and no policy
 * for scripts asks about. `<` is escaped, so that no text ends the element.
 */
export function LearningData({ data }: { data: LearningThing }) {
  const json = JSON.stringify(data).replaceAll('<', String.raw`\u003c`)
  return (
    <script
      type="application/ld+json"
      dangerouslySetInnerHTML={{ __html: json }}
    />
  )
}
