import { chapters } from '@/content/chapters'
import { glossary } from '@/content/glossary'
import { problems } from '@/contracts/problems'
import type { SearchEntry } from '@/contracts/search'
import { labs } from '@/labs/labs'
import { hrefOfAnchor, parts } from '../api/parts'
import { operationsOf } from '../api/reference'
import { readChapterText } from '../learn/read-chapter'
import { entriesOf } from './entries-of'

/** Everything of this site that can be found, as it is when it is built. */
export function siteEntries(): SearchEntry[] {
  return entriesOf({
    chapters: chapters.flatMap(({ slug, title, line, isOpen }, index) =>
      isOpen
        ? [
            {
              slug,
              title,
              line,
              number: index + 1,
              text: readChapterText(slug),
            },
          ]
        : [],
    ),
    labs,
    glossary,
    operations: Object.values(parts)
      .flatMap(({ groups }) => operationsOf(groups))
      .map((operation) => ({
        ...operation,
        href: hrefOfAnchor(operation.anchor),
      })),
    problems,
  })
}
