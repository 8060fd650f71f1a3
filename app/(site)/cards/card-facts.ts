import { chapters, type ChapterPlace } from '@/content/chapters'
import { labs } from '@/labs/labs'

/** What the picture of a page shows. */
export type CardFacts = {
  above: string
  title: string
  places: readonly ChapterPlace[]
}

const everywhere = ['browser', 'network', 'server', 'data', 'service'] as const

/** Every page with a picture of its own: `learn/databases`, `labs/index` … */
export function cardFacts(): Record<string, CardFacts> {
  return Object.fromEntries([
    [
      'site/back-of-house',
      {
        above: 'A real order, measured',
        title: 'See what a backend is',
        places: everywhere,
      },
    ],
    ...chapters.flatMap(({ slug, title, places, isOpen }, index) =>
      isOpen
        ? [[`learn/${slug}`, { above: `Chapter ${index + 1}`, title, places }]]
        : [],
    ),
    ...Object.entries(labs).map(([name, { title, kind }]) => [
      `labs/${name}`,
      { above: `Lab, ${kind}`, title, places: everywhere },
    ]),
  ])
}
