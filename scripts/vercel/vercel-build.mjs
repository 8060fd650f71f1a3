import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** 64.0.2 did not install; see docs/decisions. No dependency of the project. */
const version = '60.0.0'
const leftOut = new Set([
  '.git',
  '.next',
  '.data',
  '.vercel',
  'coverage',
  'test-results',
  'playwright-report',
])

/** What Vercel's project settings would say, so that nothing is asked. */
const project = {
  projectId: 'prj_of_this_proof',
  orgId: 'team_of_this_proof',
  settings: {
    framework: 'nextjs',
    nodeVersion: '24.x',
    installCommand: 'true',
  },
}

/** A copy of the checkout that a build may do with as it likes. */
export function copyCheckout(root, target) {
  cpSync(root, target, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) =>
      !leftOut.has(basename(source)) || /node_modules./.test(source),
  })
  mkdirSync(join(target, '.vercel'))
  writeFileSync(
    join(target, '.vercel', 'project.json'),
    JSON.stringify(project),
  )
}

/** Vercel's own command line, kept in the system's temporary folder. */
export async function installCommandLine() {
  const folder = join(tmpdir(), `back-of-house-vercel-cli-${version}`)
  const entry = join(folder, 'node_modules/vercel/dist/index.js')
  if (existsSync(entry)) return entry
  mkdirSync(folder, { recursive: true })
  const args = ['install', '--prefix', folder, '--no-audit', '--no-fund']
  await run('npm', [...args, `vercel@${version}`], { cwd: folder })
  return entry
}

/**
 * `vercel build` as for a production deployment. It runs offline and signed in
 * nowhere: its settings folder is an empty one.
 */
export async function build(commandLine, checkout, variables) {
  rmSync(join(checkout, '.vercel', 'output'), { recursive: true, force: true })
  const settings = join(checkout, '.vercel', 'settings')
  const args = ['build', '--prod', '--yes', '--global-config', settings]
  return run(process.execPath, [commandLine, ...args], {
    cwd: checkout,
    env: {
      PATH: process.env.PATH,
      HOME: settings,
      NEXT_TELEMETRY_DISABLED: '1',
      VERCEL_TELEMETRY_DISABLED: '1',
      ...variables,
    },
  })
}

/** Runs a program; its words are shown only when it fails. */
function run(program, args, options) {
  const child = spawn(program, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => lines.push(String(chunk)))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0
        ? resolve(lines.join(''))
        : reject(
            new Error(
              `${basename(program)} ended with ${code}:\n${lines.join('')}`,
            ),
          ),
    )
  })
}
