/**
 * Who may import whom: the house's table, row by row.
 * Each row names what a folder may import; everything else of ours is out.
 * scripts/check-imports.test.ts holds a deliberate violation of every rule.
 * Cycles among capabilities are found in scripts/check-imports.mjs: a rule here
 * would count the imports of tests as well.
 */

const ours =
  '^(app|components|content|contracts|db|labs|server|tracing)/|^env\\.ts$'
const product = '^(app|components|content|contracts|db|labs|server|tracing)/'
const plumbing = '^server/(http|sandbox)/'

/** Tests stand beside what they test, and may use anything to test it. */
const test = '\\.test\\.tsx?$|(^|/)testing\\.tsx?$'

/** A row of the table: these files may import those of ours, and no others. */
function row(name, comment, from, allowed) {
  return {
    name,
    comment,
    severity: 'error',
    from: { path: from.path, pathNot: [test, ...(from.pathNot ?? [])] },
    to: { path: ours, pathNot: allowed },
  }
}

function never(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

const table = [
  row(
    'contracts-import-nothing',
    'Browser and server both read contracts, so they know neither.',
    { path: '^contracts/' },
    ['^contracts/'],
  ),
  row(
    'db-knows-no-backend',
    'db may import contracts and env.',
    { path: '^db/' },
    ['^db/', '^contracts/', '^env\\.ts$'],
  ),
  row(
    'tracing-knows-no-backend',
    'tracing may import contracts, db and env.',
    { path: '^tracing/' },
    ['^tracing/', '^db/', '^contracts/', '^env\\.ts$'],
  ),
  row(
    'capabilities-know-no-plumbing',
    'A capability may import contracts, db, env, other capabilities, and from the plumbing only the errors it throws.',
    { path: '^server/', pathNot: [plumbing] },
    [
      '^server/(?!http/|sandbox/)',
      '^server/http/errors\\.ts$',
      '^(db|contracts)/',
      '^env\\.ts$',
    ],
  ),
  row(
    'plumbing-knows-no-capability',
    'server/http and server/sandbox may import contracts, db, tracing and env.',
    { path: plumbing },
    [plumbing, '^(contracts|db|tracing)/', '^env\\.ts$'],
  ),
  row(
    'components-know-contracts-only',
    'Screens reach the backend over HTTP only.',
    { path: '^components/' },
    ['^(components|contracts)/'],
  ),
  row(
    'content-knows-contracts-only',
    'Words name a lab, they never import one.',
    { path: '^content/' },
    ['^(content|contracts)/'],
  ),
  row(
    'labs-list-knows-labs-only',
    'labs/labs.ts and the views may import the browser part of each lab.',
    { path: '^labs/[^/]+$' },
    ['^labs/(?![^/]+/server/)', '^(components|contracts)/'],
  ),
  row(
    'labs-browser-part',
    'What runs in the browser may import contracts, components, recordings and its own folder, but for server/.',
    { path: '^labs/([^/]+)/', pathNot: ['^labs/[^/]+/server/'] },
    ['^(components|contracts|recordings)/', '^labs/$1/(?!server/)', '^labs/(?!$1/)'],
  ),
  row(
    'labs-server-part',
    "A lab's backend may import contracts, db, server and its own contract.",
    { path: '^labs/([^/]+)/server/' },
    [
      '^(contracts|db|server)/',
      '^labs/$1/(server/|contract\\.ts$)',
      '^labs/(?!$1/)',
    ],
  ),
  row(
    'doors-know-the-backend-only',
    'app/api may import contracts, server and tracing: never a screen, never the folder of another resource.',
    { path: '^app/api/([^/]+)/', pathNot: ['^app/api/labs/'] },
    ['^(contracts|server|tracing)/', '^app/api/$1/'],
  ),
  row(
    'lab-doors-know-their-lab-only',
    "A lab's door may import what any door may, and its own lab's contract and server.",
    { path: '^app/api/labs/([^/]+)/' },
    [
      '^(contracts|server|tracing)/',
      '^app/api/labs/$1/',
      '^labs/$1/(server/|contract\\.ts$)',
    ],
  ),
  row(
    'screens-know-no-backend',
    'Pages may import content, components, contracts, the list and the views of the labs, tracing, and env for the public address. Never server, db, or the server of a lab.',
    { path: '^app/(?!api/)', pathNot: ['^app/[^/]+$'] },
    [
      '^app/(?!api/)',
      '^(components|content|contracts|tracing)/',
      '^labs/(labs|views|first-view|counter-window)\\.tsx?$',
      '^env\\.ts$',
    ],
  ),
  row(
    'app-root-knows-no-backend',
    'The layout, the site map and their like may import what pages may, and env: they print the public address.',
    { path: '^app/[^/]+$' },
    [
      '^app/(?!api/)',
      '^(components|content|contracts|tracing)/',
      '^labs/(labs|views|first-view|counter-window)\\.tsx?$',
      '^env\\.ts$',
    ],
  ),
]

const bullets = [
  never(
    'nothing-imports-chores',
    'e2e, scripts and bench may import anything; nothing imports them.',
    { path: product },
    { path: '^(e2e|scripts|bench)/' },
  ),
  never(
    'nothing-imports-root-files',
    'Of the files at the root only env.ts is imported. security-headers.ts is for its neighbours at the root.',
    { path: product },
    { path: '^[^/]+\\.[cm]?[jt]sx?$', pathNot: '^env\\.ts$' },
  ),
  never(
    'labs-do-not-import-labs',
    'A piece of a lab moves to components when a second lab needs it.',
    { path: '^labs/([^/]+)/' },
    { path: '^labs/', pathNot: '^labs/$1/' },
  ),
  never(
    'capabilities-know-no-framework',
    'The work behind a door knows nothing of HTTP, screens or tracing.',
    { path: '^server/', pathNot: [plumbing, test] },
    {
      path: '^(node_modules/)?(next|react|react-dom|@opentelemetry/[^/]+)(/|$)',
    },
  ),
  never(
    'next-auth-in-guests-only',
    'One file hides the sign-in library, so that it can be replaced.',
    { pathNot: '^server/guests/' },
    { path: '^(node_modules/)?(next-auth|@auth/[^/]+)(/|$)' },
  ),
  never(
    'unsafe-code-stays-in-its-lab',
    "Deliberately unsafe code is for the server of its own lab and nobody else's.",
    { pathNot: '^labs/[^/]+/server/' },
    { path: '\\.unsafe\\.tsx?$' },
  ),
  never(
    'tests-are-for-tests',
    'What helps a test, such as db/testing.ts, is not part of the product.',
    { path: product, pathNot: test },
    { path: test },
  ),
  never(
    'imports-resolve',
    'An import that leads nowhere would pass every other rule.',
    {},
    { couldNotResolve: true },
  ),
]

module.exports = {
  forbidden: [...table, ...bullets],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)\\.next/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: [
        '.ts',
        '.tsx',
        '.mts',
        '.mjs',
        '.cjs',
        '.js',
        '.json',
        '.d.ts',
      ],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}
