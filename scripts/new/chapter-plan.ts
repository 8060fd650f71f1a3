import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Edit, Plan } from './lay-out'
import { namesOf } from './names'

/**
 * A chapter: its line in the list, where it has none yet, its words and its
 * check. It is not open: `isOpen` and `since` are set when it can be read.
 */
export function chapterPlan(slug: string, isListed: boolean): Plan {
  const { title } = namesOf(slug)
  return {
    files: {
      [`content/learn/${slug}.mdx`]: words,
      [`content/learn/${slug}.check.ts`]: check,
    },
    edits: [
      checkLine(slug),
      ...(isListed
        ? []
        : [
            {
              file: 'content/chapters.ts',
              place: {
                before: ']\n\n/** Shorter articles on single questions',
              },
              text: `{ slug: '${slug}', title: '${title}', line: 'One line for the contents.', places: ['server'], isOpen: false },\n`,
            },
          ]),
    ],
  }
}

/** Its questions are loaded when a reader comes near them. */
function checkLine(slug: string): Edit {
  return {
    file: 'app/(site)/learn/checks.tsx',
    place: { after: 'const checks = {\n' },
    text: `'${slug}': nearView<Props>(async () => {
      const { checkOf } = await import('./check-of')
      const { questions } = await import('@/content/learn/${slug}.check')
      return checkOf('${slug}', questions)
    }),\n`,
  }
}

export function hasWords(slug: string, root: string): boolean {
  return existsSync(join(root, 'content', 'learn', `${slug}.mdx`))
}

const words = `<Lede>
One or two sentences: what a reader will be able to say at the end.
</Lede>

<Lab name="place-order" />

## What happens first

Name each idea in the restaurant first, then by its real name.

<Breaks picture="The picture">

Say where the picture breaks.

</Breaks>

## What happens then

The next idea, with one new thing to press.

<Further>

- [A title](https://example.org/), its author, the year.

</Further>

<Check />
`

const check = `import type { CheckQuestion } from '@/contracts/check-question'

export const questions: readonly CheckQuestion[] = [
  {
    id: 'first',
    kind: 'choose',
    section: 'what-happens-first',
    ask: 'What happens first?',
    options: [
      { text: 'This', isRight: true, why: 'An explanation for every choice.' },
      { text: 'That', why: 'This one too: say what it would mean.' },
    ],
  },
]
`
