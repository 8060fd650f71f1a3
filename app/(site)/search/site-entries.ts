import { chapters } from '@/content/chapters'
import { glossary } from '@/content/glossary'
import { problems } from '@/contracts/problems'
import type { SearchEntry } from '@/contracts/search'
import { env } from '@/env'
import { labs } from '@/labs/labs'
import { readOpenApi } from '../api/open-api'
import { referenceOf } from '../api/reference'
import { readChapterText } from '../learn/read-chapter'
import { entriesOf } from './entries-of'

/** Everything of this site that can be found, as it is when it is built. */
export function siteEntries(): SearchEntry[] {
  const reference = referenceOf(readOpenApi(env.publicUrl, env.version))
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
    operations: reference.groups.flatMap(({ operations }) => operations),
    problems,
  })
}
