/**
 * `npm run record:contract-messages` has the compiler read the program of the
 * lab break-the-contract's phone once for each change of the contract, and
 * writes down what it says. The types come from openapi-typescript, which is
 * installed beside the site and removed again; the compiler is the site's own.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ts from 'typescript'
import { contractChanges } from '@/contracts/break-the-contract-choices'
import {
  changeContract,
  readOrderContract,
  type Contract,
} from '@/labs/break-the-contract/server/changed-contract'
import { compilePhone, type CompilerMessage } from './compile-phone'
import { stampOf } from './stamp'

const generator = { name: 'openapi-typescript', version: '7.13.0' }
/** The newest that this generator works with; it types, and does not judge. */
const itsCompiler = 'typescript@5.9.3'

const folder = mkdtempSync(join(tmpdir(), 'contract-messages-'))
try {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  const wanted = [`${generator.name}@${generator.version}`, itsCompiler]
  execFileSync('npm', ['install', '--ignore-scripts', ...wanted], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const root = process.cwd()
  const contract = readOrderContract()
  const unchanged = compilePhone(root, typesOf(contract))
  if (unchanged.length > 0)
    throw new Error(`The phone does not fit today: ${unchanged[0]?.says}`)

  const messages: Record<string, CompilerMessage[]> = {}
  for (const change of contractChanges) {
    const types = typesOf(changeContract(contract, change))
    messages[change] = compilePhone(root, types)
    console.log(change, messages[change])
  }
  const recording = {
    label: 'recorded',
    recordedAt: new Date().toISOString(),
    typescript: ts.version,
    types: generator.version,
    of: stampOf(root),
    messages,
  }
  writeFileSync(
    join(root, 'recordings', 'contract-messages.json'),
    `${JSON.stringify(recording, null, 1)}\n`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The types of a contract, as the generator writes them, by the phone's names. */
function typesOf(contract: Contract): string {
  const document = join(folder, 'openapi.json')
  const types = join(folder, 'types.ts')
  writeFileSync(document, JSON.stringify(contract))
  execFileSync(
    process.execPath,
    [
      join(folder, 'node_modules', generator.name, 'bin', 'cli.js'),
      document,
      '-o',
      types,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  return `${readFileSync(types, 'utf8')}
export type Order = components['schemas']['Order']
export type NewOrder = components['schemas']['NewOrder']
`
}
