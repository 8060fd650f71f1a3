import { chapters, type Chapter } from '@/content/chapters'
import { env } from '@/env'

/** JSON-LD by the words of schema.org, as far as this site uses them. */
export type LearningThing = { '@context': string; '@type': string } & Record<
  string,
  unknown
>

const context = 'https://schema.org'
const site = { '@type': 'Organization', name: 'Back of House' }

/** The whole book, for those who look for something to learn from. */
export function courseData(base: string | null = env.knownUrl): LearningThing {
  return {
    '@context': context,
    '@type': 'Course',
    name: 'Back of House: see what a backend is',
    description:
      'What a backend is and how it works, with a real one to press, to slow down and to break.',
    provider: site,
    ...common,
    ...addressOf(base, '/'),
    hasPart: chapters
      .filter(({ isOpen }) => isOpen)
      .map(({ slug, title }) => ({
        '@type': 'LearningResource',
        name: title,
        ...addressOf(base, `/learn/${slug}`),
      })),
  }
}

/** One chapter of it. */
export function chapterData(
  { slug, title, line, since }: Omit<Chapter, 'places'>,
  minutes: number,
  base: string | null = env.knownUrl,
): LearningThing {
  return {
    '@context': context,
    '@type': 'LearningResource',
    name: title,
    description: line,
    learningResourceType: 'chapter',
    timeRequired: `PT${minutes}M`,
    ...(since === undefined ? {} : { datePublished: since }),
    ...common,
    ...addressOf(base, `/learn/${slug}`),
    isPartOf: {
      '@type': 'Course',
      name: 'Back of House',
      ...addressOf(base, '/'),
    },
    provider: site,
  }
}

const common = {
  inLanguage: 'en',
  educationalLevel: 'Beginner',
  interactivityType: 'mixed',
  isAccessibleForFree: true,
}

function addressOf(base: string | null, path: string) {
  return base === null ? {} : { url: base + path }
}
