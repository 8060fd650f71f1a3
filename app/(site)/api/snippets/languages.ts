import type { SnippetRequest } from './snippet'
import { toCurl } from './to-curl'
import { toFetch } from './to-fetch'
import { toHttpie } from './to-httpie'
import { toPython } from './to-python'

/** What a request can be copied as, in the order of the tabs. */
export const languages = [
  {
    id: 'curl',
    name: 'curl',
    write: toCurl,
    needs: 'In any POSIX shell.',
  },
  {
    id: 'fetch',
    name: 'fetch',
    write: toFetch,
    needs: 'Node 18 or newer, saved as a file that ends in .mjs.',
  },
  {
    id: 'python',
    name: 'Python',
    write: toPython,
    needs:
      'Python 3.9 or newer. Only its standard library, nothing to install.',
  },
  {
    id: 'httpie',
    name: 'HTTPie',
    write: toHttpie,
    needs: 'HTTPie 3.0 or newer.',
  },
] as const satisfies readonly {
  id: string
  name: string
  write: (request: SnippetRequest) => string
  needs: string
}[]

export type Language = (typeof languages)[number]['id']

export function isLanguage(text: unknown): text is Language {
  return languages.some(({ id }) => id === text)
}
