import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../child.mjs'

/**
 * `node scripts/attack-tool/record.mjs [port]` lets sqlmap (Debian's package of
 * that name) look for SQL injection in a site that runs on this machine: at the
 * two searches of the lab injection, and at doors of the real API. What it
 * finds becomes recordings/attack-tool.json. Start the site with
 * LIMIT_LABS_PER_MINUTE and LIMIT_REQUESTS_PER_MINUTE high, so that the tool
 * meets the door and not the limit.
 */
const port = Number(process.argv[2] ?? 3000)
if (!Number.isInteger(port)) throw new Error('A port of this machine, please.')
const site = `http://127.0.0.1:${port}`
const longestRunMs = 9 * 60_000
const star = '*'

const doors = [
  { name: 'joined', path: '/api/labs/injection', words: 'joined' },
  { name: 'parameter', path: '/api/labs/injection', words: 'parameter' },
  { name: 'orders', path: `/api/orders?limit=5${star}&cursor=1${star}` },
  { name: 'restaurant', path: `/api/restaurants/lantern-noodle-house${star}` },
  { name: 'order', path: `/api/orders/ord_000000000000000000000000${star}` },
  { name: 'traces', path: `/api/traces/${'0'.repeat(32)}${star}` },
]

const made = await fetch(`${site}/api/sandboxes`, {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: '{"autopilot":false}',
})
const { token } = await made.json()
const folder = mkdtempSync(join(tmpdir(), 'attack-tool-'))
const version = execFileSync('sqlmap', ['--version'], { encoding: 'utf8' })
  .split('\n')
  .find((line) => /^\d/.test(line))

const findings = []
for (const door of doors) {
  const said = await attack(door)
  findings.push(read(door, said))
  console.log(findings.at(-1))
}
rmSync(folder, { recursive: true, force: true })
const recording = {
  label: 'recorded',
  recordedAt: new Date().toISOString(),
  tool: 'sqlmap',
  version,
  findings,
}
writeFileSync(
  join(root, 'recordings', 'attack-tool.json'),
  `${JSON.stringify(recording, null, 1)}\n`,
)

function argumentsOf({ path, words }) {
  const body = JSON.stringify({ way: words, words: `noodle${star}` })
  return [
    '--batch',
    '--disable-coloring',
    '--flush-session',
    '-u',
    site + path,
    ...(words ? ['--method', 'POST', '--data', body] : []),
    '--dbms=sqlite',
    '--technique=BEU',
    '--level=3',
    '--risk=2',
    '--ignore-code=*',
    '--tables',
  ]
}

/** The tool's own words. It is stopped when it takes too long. */
function attack(door) {
  const headers = `Content-Type: application/json\nAuthorization: Bearer ${token}`
  const tool = spawn(
    'sqlmap',
    [...argumentsOf(door), `--headers=${headers}`, `--output-dir=${folder}`],
    { stdio: ['ignore', 'pipe', 'pipe'], timeout: longestRunMs },
  )
  let said = ''
  for (const stream of [tool.stdout, tool.stderr])
    stream.on('data', (text) => (said += text))
  return new Promise((done) => tool.once('close', () => done(said)))
}

/** What it says that it found. The token is in none of it. */
function read(door, said) {
  if (process.env.ATTACK_LOG)
    writeFileSync(process.env.ATTACK_LOG, said, { flag: 'a' })
  const lines = said.split('\n')
  const types = new Set(
    lines.flatMap((line) => /^\s+Title: (.*)$/.exec(line)?.[1] ?? []),
  )
  const payloads = lines.flatMap(
    (line) => /^\s+Payload: (.*)$/.exec(line)?.[1] ?? [],
  )
  const tables = lines.flatMap(
    (line) => /^\| (\w+)\s+\|$/.exec(line)?.[1] ?? [],
  )
  const requests = /total of (\d+) HTTP/.exec(said)?.[1]
  const isDone =
    /not appear to be injectable|fetched data logged|tables?\]/.test(said)
  return {
    door: door.name,
    command: ['sqlmap', ...argumentsOf(door)].join(' '),
    isDone,
    isInjectable: types.size > 0,
    types: [...types],
    payloads: [...new Set(payloads)].slice(0, 3),
    tables: [...new Set(tables)],
    requests: requests === undefined ? null : Number(requests),
  }
}
