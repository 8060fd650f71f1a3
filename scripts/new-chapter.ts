/** `npm run new:chapter <slug>`: the files of a chapter, to be filled. */
import { chapters, deepDives } from '@/content/chapters'
import { chapterPlan, hasWords } from './new/chapter-plan'
import { layOut } from './new/lay-out'
import { faultOf } from './new/names'

const [slug] = process.argv.slice(2)
const root = process.cwd()
// A chapter that is listed and has no words yet is waiting for this very chore.
const isListed = chapters.some((chapter) => chapter.slug === slug)
const taken = [...chapters, ...deepDives]
  .map((one) => one.slug)
  .filter((one) => one !== slug || !isListed || hasWords(one, root))
const fault = faultOf(slug, taken, 'chapter')
if (fault !== null || slug === undefined) leave(fault ?? '')
else await make(slug)

async function make(chapter: string) {
  try {
    const files = await layOut(chapterPlan(chapter, isListed), root)
    console.log(files.map((file) => `  ${file}`).join('\n'))
    console.log(
      'When it can be read, set isOpen and since in content/chapters.ts.',
    )
  } catch (error) {
    leave(error instanceof Error ? error.message : String(error))
  }
}

function leave(words: string) {
  console.error(words)
  process.exitCode = 1
}
