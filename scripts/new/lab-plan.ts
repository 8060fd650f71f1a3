import type { Plan } from './lay-out'
import { labDoor, labDoorTest, labJourney, labServer } from './lab-backend'
import { labContract, labOperations } from './lab-contract'
import { labScreen, labView } from './lab-screen'
import { namesOf, stepOf, type Names } from './names'

/** Everything a lab touches (code-style, section 3), with a first press in it. */
export function labPlan(lab: string): Plan {
  const names = namesOf(lab)
  const { kebab } = names
  return {
    files: {
      [`contracts/${kebab}.ts`]: labContract(names),
      [`contracts/openapi-${kebab}-operations.ts`]: labOperations(names),
      [`labs/${kebab}/view.tsx`]: labView(names),
      [`labs/${kebab}/lab.tsx`]: labScreen(names),
      [`labs/${kebab}/server/answer-${kebab}.ts`]: labServer(names),
      [`app/api/labs/${kebab}/route.ts`]: labDoor(names),
      [`app/api/labs/${kebab}/${kebab}.test.ts`]: labDoorTest(names),
      [`e2e/labs/${kebab}.spec.ts`]: labJourney(names),
      [`content/steps/answer-${kebab}.mdx`]: stepNote,
    },
    edits: [...listEdits(names), ...stepEdits(names)],
  }
}

const stepNote = `This is the one step that no other lab takes: the server looks at the word and
counts its letters. Say here in two or three sentences what it does and why.
`

function listEdits({ kebab, camel, pascal, title }: Names): Plan['edits'] {
  return [
    {
      file: 'labs/labs.ts',
      place: { before: '} as const satisfies Record<' },
      text: `'${kebab}': { title: '${title}', line: 'Press, and see what the server did with your word.', kind: 'live' },\n`,
    },
    {
      file: 'labs/views.tsx',
      place: { before: "import type { LabName } from './labs'" },
      text: `import { ${pascal}View } from './${kebab}/view'\n`,
    },
    {
      file: 'labs/views.tsx',
      place: { before: '} satisfies Record<LabName, unknown>' },
      text: `'${kebab}': ${pascal}View,\n`,
    },
    {
      file: shown,
      place: { before: '} = labViews' },
      text: `'${kebab}': ${pascal},\n`,
    },
    {
      file: shown,
      place: {
        after: 'export const shownLabs: Record<LabName, ReactNode> = {\n',
      },
      text: `'${kebab}': <${pascal} />,\n`,
    },
    {
      file: operations,
      place: { before: '\n/** Every operation of the backend' },
      text: `import { ${camel}Operations } from './openapi-${kebab}-operations'\n`,
    },
    {
      file: operations,
      place: { after: 'export const operations = {\n' },
      text: `...${camel}Operations,\n`,
    },
  ]
}

const shown = 'app/(site)/labs/shown-labs.tsx'
const operations = 'contracts/openapi-operations.ts'

function stepEdits(names: Names): Plan['edits'] {
  const { kebab, pascal, words } = names
  const step = stepOf(names)
  return [
    {
      file: 'components/trace/step-titles.ts',
      place: { after: 'const titles: Record<string, string> = {\n' },
      text: `'${step}': 'What does ${words} answer?',\n`,
    },
    {
      file: 'components/trace/story-words.ts',
      place: { after: 'export const sentences: Record<string, string> = {\n' },
      text: `'${step}': 'It counts the letters of the word.',\n`,
    },
    {
      file: 'content/steps/steps.ts',
      place: { after: 'export const stepChapters = {\n' },
      text: `'${step}': 'what-a-backend-is',\n`,
    },
    {
      file: 'content/steps/notes.ts',
      place: { before: 'import { chapterOf, isStepName' },
      text: `import Answer${pascal} from './answer-${kebab}.mdx'\n`,
    },
    {
      file: 'content/steps/notes.ts',
      place: {
        after: 'const notes: Record<StepName, ComponentType> = {\n',
      },
      text: `'${step}': Answer${pascal},\n`,
    },
  ]
}
