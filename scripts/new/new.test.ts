import { transpileModule } from 'typescript'
import { expect, test } from 'vitest'
import { chapterPlan } from './chapter-plan'
import { labPlan } from './lab-plan'
import { drawUp } from './lay-out'
import { faultOf, namesOf } from './names'

const root = process.cwd()

test('the files of a new lab are code, and the lists of today have room for it', async () => {
  const texts = await drawUp(labPlan('n-plus-two'), root)
  expect(Object.keys(texts)).toEqual(
    expect.arrayContaining([
      'labs/labs.ts',
      'labs/n-plus-two/lab.tsx',
      'app/api/labs/n-plus-two/route.ts',
      'e2e/labs/n-plus-two.spec.ts',
      'content/steps/answer-n-plus-two.mdx',
    ]),
  )
  for (const [file, text] of Object.entries(texts)) {
    if (!/\.tsx?$/.test(file)) continue
    const { diagnostics } = transpileModule(text, {
      fileName: file,
      reportDiagnostics: true,
      compilerOptions: { jsx: 4, module: 99 },
    })
    expect(diagnostics, file).toEqual([])
  }
  expect(texts['labs/labs.ts']).toContain("'n-plus-two': {")
  expect(texts['labs/views.tsx']).toContain("'n-plus-two': NPlusTwoView,")
})

test('the door of a new lab keeps to the width of what readers see', async () => {
  const texts = await drawUp(labPlan('as-long-as-a-name-of-a-lab-is'), root)
  for (const [file, text] of Object.entries(texts))
    if (/\/(server|api)\/.*\/(route|answer-[\w-]+)\.ts$/.test(file))
      for (const line of text.split('\n'))
        if (!line.startsWith('import ') && !line.startsWith("} from '"))
          expect(line.length, line).toBeLessThanOrEqual(80)
})

test('a chapter that is listed gets its words alone, another its line as well', async () => {
  expect(Object.keys(await drawUp(chapterPlan('apis', true), root))).toEqual([
    'content/learn/apis.mdx',
    'content/learn/apis.check.ts',
    'app/(site)/learn/checks.tsx',
  ])
  const texts = await drawUp(chapterPlan('caching', false), root)
  expect(texts['content/chapters.ts']).toContain("slug: 'caching',")
})

test('a name that will not do is refused with one that will', () => {
  expect(faultOf('hash-table', [], 'lab')).toBeNull()
  expect(faultOf('HashTable', [], 'lab')).toContain('“hash-table”')
  expect(faultOf('2 fast!', [], 'lab')).toContain('“fast”')
  expect(faultOf(undefined, [], 'chapter')).toContain('npm run new:chapter')
  expect(faultOf('index', ['index'], 'lab')).toContain('already')
  expect(faultOf('a'.repeat(31), [], 'lab')).toContain('31 letters')
  expect(namesOf('n-plus-one')).toMatchObject({
    camel: 'nPlusOne',
    pascal: 'NPlusOne',
    title: 'N plus one',
  })
})
