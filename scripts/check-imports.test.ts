import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import rules from '../.dependency-cruiser.cjs'
import { checkImports } from './check-imports.mjs'

type Tree = Record<string, string>

const packages = ['next', 'react', 'next-auth', '@opentelemetry/api', 'zod']

/** A small house in which everything is where it belongs. */
const house: Tree = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'esnext',
      moduleResolution: 'bundler',
      jsx: 'react-jsx',
      paths: { '@/*': ['./*'] },
    },
  }),
  'package.json': '{ "name": "house" }',
  ...Object.fromEntries(
    packages.flatMap((name) => [
      [`node_modules/${name}/package.json`, `{ "name": "${name}" }`],
      [`node_modules/${name}/index.js`, ''],
    ]),
  ),
  'env.ts': 'export const env = {}',
  'security-headers.ts': 'export const securityHeaders = []',
  'contracts/orders.ts': imports('zod') + 'export type Order = string',
  'db/client.ts': imports('@/env', '@/contracts/orders'),
  'db/testing.ts': imports('./client'),
  'tracing/recorder.ts': imports('@/db/client', '@/contracts/orders'),
  'server/http/errors.ts': imports('@/contracts/orders'),
  'server/http/endpoint.ts': imports('next', '@/tracing/recorder', './errors'),
  'server/sandbox/sandboxes.ts': imports('@/server/http/errors', '@/env'),
  'server/limits/limit-rate.ts': imports('@/db/client', '@/env'),
  'server/guests/auth.ts': imports('next-auth', '@/server/limits/limit-rate'),
  'server/orders/place-order.ts': imports(
    '@/server/http/errors',
    '@/server/guests/auth',
  ),
  'server/limits/limit-rate.test.ts': imports(
    '@/app/api/orders/route',
    '@/db/testing',
    '@/server/orders/place-order',
  ),
  'components/ui/icon.tsx': imports('react', '@/contracts/orders'),
  'content/chapters.ts': imports('@/contracts/orders'),
  'content/learn/first.mdx': '# First\n\nimport is only a word here.',
  'labs/labs.ts': 'export const labs = []',
  'labs/views.tsx': "export const views = { one: () => import('./one/lab') }",
  'labs/one/contract.ts': imports('zod'),
  'labs/one/lab.tsx': imports('./contract', '@/components/ui/icon'),
  'labs/one/server/list.ts': imports('../contract', './sql.unsafe'),
  'labs/one/server/sql.unsafe.ts': imports('@/db/client'),
  'labs/two/lab.tsx': imports('react'),
  'labs/two/server/list.ts': imports('@/server/orders/place-order'),
  'app/layout.tsx': imports('@/env', './sign', '@/components/ui/icon'),
  'app/sign.ts': '',
  'app/(site)/page.tsx': imports('@/labs/views', '@/content/chapters'),
  'app/(site)/learn/[chapter]/page.tsx': imports('next', '@/labs/labs'),
  'app/api/orders/route.ts': imports(
    '@/server/http/endpoint',
    '@/server/orders/place-order',
  ),
  'app/api/restaurants/route.ts': imports('@/server/http/endpoint'),
  'app/api/labs/one/route.ts': imports('@/labs/one/server/list'),
  'scripts/record.ts': imports('@/server/http/endpoint', '@/security-headers'),
  'e2e/fixtures.ts': imports('@/contracts/orders'),
}

/** One breach of each rule: a file put in, or one put in the other's place. */
const breaches: Record<string, Tree[]> = {
  'contracts-import-nothing': [{ 'contracts/a.ts': imports('@/env') }],
  'db-knows-no-backend': [
    { 'db/a.ts': imports('@/server/kitchen/b'), 'server/kitchen/b.ts': '' },
    { 'db/a.ts': "import type { Order } from '@/tracing/recorder'" },
  ],
  'tracing-knows-no-backend': [
    { 'tracing/a.ts': imports('@/server/http/errors') },
  ],
  'capabilities-know-no-plumbing': [
    { 'server/orders/a.ts': imports('@/server/http/endpoint') },
    { 'server/orders/a.ts': imports('../sandbox/sandboxes') },
    { 'server/orders/a.ts': imports('@/tracing/recorder') },
    { 'server/orders/a.ts': imports('@/labs/one/contract') },
  ],
  'plumbing-knows-no-capability': [
    {
      'server/http/a.ts': imports('@/server/kitchen/b'),
      'server/kitchen/b.ts': '',
    },
    { 'server/sandbox/a.ts': imports('@/server/limits/limit-rate') },
  ],
  'components-know-contracts-only': [
    { 'components/a.tsx': imports('@/labs/labs') },
    { 'components/a.tsx': imports('@/env') },
  ],
  'content-knows-contracts-only': [
    { 'content/a.ts': imports('@/components/ui/icon') },
  ],
  'labs-list-knows-labs-only': [
    { 'labs/labs.ts': imports('@/labs/one/server/list') },
    { 'labs/views.tsx': imports('@/db/client') },
  ],
  'labs-browser-part': [
    { 'labs/one/a.tsx': imports('./server/list') },
    { 'labs/one/a.tsx': "const load = () => import('@/tracing/recorder')" },
  ],
  'labs-server-part': [
    { 'labs/one/server/a.ts': imports('../lab') },
    { 'labs/one/server/a.ts': imports('@/env') },
  ],
  'doors-know-the-backend-only': [
    { 'app/api/orders/a.ts': imports('@/components/ui/icon') },
    { 'app/api/orders/a.ts': imports('../restaurants/route') },
    { 'app/api/orders/a.ts': imports('@/labs/one/server/list') },
    { 'app/api/orders/a.ts': imports('@/db/client') },
  ],
  'lab-doors-know-their-lab-only': [
    { 'app/api/labs/one/a.ts': imports('@/labs/two/server/list') },
    { 'app/api/labs/one/a.ts': imports('@/labs/one/lab') },
  ],
  'screens-know-no-backend': [
    { 'app/(site)/a.tsx': imports('@/server/orders/place-order') },
    { 'app/(site)/a.tsx': imports('@/db/client') },
    { 'app/(site)/a.tsx': imports('@/labs/one/server/list') },
    { 'app/(site)/a.tsx': imports('@/app/api/orders/route') },
  ],
  'app-root-knows-no-backend': [{ 'app/a.tsx': imports('@/db/client') }],
  'nothing-imports-chores': [
    { 'components/a.ts': imports('@/e2e/fixtures') },
    { 'server/orders/a.test.ts': imports('@/scripts/record') },
  ],
  'nothing-imports-root-files': [
    { 'app/(site)/a.tsx': imports('@/security-headers') },
  ],
  'labs-do-not-import-labs': [
    { 'labs/one/a.tsx': imports('../two/lab') },
    { 'labs/one/server/a.ts': imports('@/labs/two/server/list') },
  ],
  'no-cycles-among-capabilities': [
    {
      'server/limits/a.ts': imports('@/server/orders/b'),
      'server/orders/b.ts': '',
    },
  ],
  'capabilities-know-no-framework': [
    { 'server/orders/a.ts': imports('next') },
    { 'server/orders/a.ts': imports('@opentelemetry/api') },
  ],
  'next-auth-in-guests-only': [{ 'app/api/orders/a.ts': imports('next-auth') }],
  'unsafe-code-stays-in-its-lab': [
    { 'app/api/labs/one/a.ts': imports('@/labs/one/server/sql.unsafe') },
  ],
  'tests-are-for-tests': [{ 'db/a.ts': imports('./testing') }],
  'imports-resolve': [{ 'server/orders/a.ts': imports('./nowhere') }],

  'words-import-nothing': [
    { 'content/learn/first.mdx': "import { Lab } from '@/labs/one/lab'" },
  ],
  'names-are-kebab-case': [
    { 'components/ui/OrderButton.tsx': '' },
    { 'components/orderButton/icon.tsx': '' },
  ],
  'folders-are-about-something': [
    { 'components/utils/date.ts': '' },
    { 'labs/one/hooks/use-time.ts': '' },
  ],
  'no-barrel-files': [{ 'components/ui/index.ts': '' }],
  'unsafe-code-lives-in-a-lab': [{ 'server/orders/list.unsafe.ts': '' }],
}

let folder: string | undefined

afterEach(() => {
  if (folder !== undefined) rmSync(folder, { recursive: true })
  folder = undefined
})

describe('the order of the house', () => {
  test('a house in order passes', async () => {
    expect(await rulesBroken({})).toEqual([])
  })

  test('every import rule has a breach here', () => {
    const names = rules.forbidden.map((rule: { name: string }) => rule.name)
    expect(Object.keys(breaches)).toEqual(expect.arrayContaining(names))
  })

  const cases = Object.entries(breaches).flatMap(([rule, trees]) =>
    trees.map((tree, i) => ({ rule, nr: i + 1, tree })),
  )
  test.for(cases)('$rule bites ($nr)', async ({ rule, tree }) => {
    expect(await rulesBroken(tree)).toEqual([rule])
  })
})

describe('the guard against a blind parser', () => {
  const summary = { violations: [], totalDependenciesCruised: 0 }

  test('files that it did not see are breaches', async () => {
    const look = async () => ({ modules: [], summary })
    expect(await rulesBroken({}, look)).toEqual(['every-file-is-seen'])
  })

  test('imports that it did not see are breaches', async () => {
    const look = async (_: string, files: string[]) => ({
      modules: files.map((source) => ({ source, dependencies: [] })),
      summary,
    })
    expect(await rulesBroken({}, look)).toEqual(['every-import-is-seen'])
  })
})

function imports(...names: string[]): string {
  return names.map((name) => `import '${name}'\n`).join('')
}

async function rulesBroken(
  change: Tree,
  look?: Parameters<typeof checkImports>[1],
): Promise<string[]> {
  folder = mkdtempSync(join(tmpdir(), 'house-'))
  for (const [path, text] of Object.entries({ ...house, ...change })) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const { breaches: found } = await checkImports(folder, look)
  return [...new Set(found.map((breach) => breach.rule))]
}
