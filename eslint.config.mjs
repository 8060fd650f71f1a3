import { defineConfig, globalIgnores } from 'eslint/config'
import next from 'eslint-config-next/core-web-vitals'
import typescript from 'eslint-config-next/typescript'

/** The code that readers see beside their own trace (code-style, section 5). */
const displayed = ['app/api/**/*.ts', 'server/**/*.ts', 'labs/*/server/**/*.ts']
const plumbing = ['server/http/**', 'server/sandbox/**']
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing.ts', 'e2e/**/*.ts']
const chores = [
  'env.ts',
  'instrumentation.ts',
  'scripts/**',
  'bench/**',
  'e2e/**',
  '*.config.{ts,mjs}',
]

/** Next's config brings the plugin along and turns on a few of its rules. */
const accessibility = next.find(({ plugins }) => plugins?.['jsx-a11y']).plugins[
  'jsx-a11y'
].flatConfigs.recommended.rules

const environmentProperty = {
  object: 'process',
  property: 'env',
  message: 'env.ts reads the variables, once and checked.',
}
const topLevelArrow = (position) => ({
  selector: `Program > ${position} > VariableDeclarator > :matches(ArrowFunctionExpression, FunctionExpression).init`,
  message: 'A function at the top level is a declaration.',
})

export default defineConfig([
  globalIgnores([
    '.next/**',
    '.vercel/**',
    'next-env.d.ts',
    'db/migrations/**',
    'public/**',
    'recordings/**',
    'coverage/**',
    'playwright-report/**',
    'test-results/**',
  ]),
  ...next,
  ...typescript,
  {
    name: 'house',
    files: ['**/*.{ts,tsx,mjs,cjs}'],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 80],
      'no-restricted-properties': ['error', environmentProperty],
      'no-restricted-imports': [
        'error',
        { paths: ['process', 'node:process'] },
      ],
      'prefer-const': 'error',
      eqeqeq: 'error',
    },
  },
  {
    name: 'house/typescript',
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  { name: 'house/screens', files: ['**/*.tsx'], rules: accessibility },
  {
    name: 'house/displayed',
    files: displayed,
    ignores: [...plumbing, ...tests],
    rules: {
      'max-lines': ['error', 100],
      'max-lines-per-function': ['error', 40],
      'max-depth': ['error', 3],
      'max-len': ['error', { code: 80, ignoreUrls: true }],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        topLevelArrow('VariableDeclaration'),
        topLevelArrow('ExportNamedDeclaration > VariableDeclaration'),
      ],
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'never' },
      ],
    },
  },
  {
    name: 'house/chores',
    files: [...chores, ...tests],
    rules: {
      'no-restricted-properties': 'off',
      'import/no-anonymous-default-export': 'off',
    },
  },
  {
    name: 'house/tests',
    files: tests,
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
])
