/**
 * Lets sqlmap try every parameter of every operation, on a server and a database
 * of its own, on loopback. Needs a build and Debian's `sqlmap`; a part of the
 * operations by the beginning of their paths: `npx tsx scripts/attack-doors.ts
 * /api/orders /api/labs/jwt`. What it found is in docs/security.md.
 */
import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { readOpenApi, type Operation } from '@/app/(site)/api/open-api'
import { Guest, House } from '@/e2e/processes/server'

const wanted = process.argv.slice(2)
/** Some labs work for seconds at a time: they are tried for so long. */
const longestMs = 120_000

if (spawnSync('sqlmap', ['--version']).error)
  throw new Error('sqlmap is not here: apt-get install sqlmap')

// It is the doors that are tried, and not how soon they say "enough".
const many = '1000000000'
const limits = {
  LIMIT_LABS_PER_MINUTE: many,
  LIMIT_SHARES_PER_MINUTE: many,
  LIMIT_WEATHER_PER_MINUTE: many,
  LIMIT_SIGN_INS_PER_MINUTE: many,
}

/**
 * The one door that is meant to give way, on a database in memory: it shows that
 * the tool finds what there is. Its own example is an attack already.
 */
const withoutAttack: Record<string, unknown> = {
  'POST /api/labs/injection': { way: 'joined', words: 'soup' },
}

/** They never end, or end what all others are tried with. */
const leftOut = ['GET /api/events', 'DELETE /api/sandboxes/current']

const house = new House()
try {
  const server = await house.start(limits)
  const guest = await Guest.make(server)
  const doors = Object.entries(readOpenApi(server.url, '0').paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        name: `${method.toUpperCase()} ${path}`,
        operation,
      })),
  )
  const chosen = doors.filter(
    ({ name }) =>
      !leftOut.includes(name) &&
      (wanted.length === 0 || wanted.some((one) => name.includes(` ${one}`))),
  )
  const found: string[] = []
  for (const { name, operation } of chosen) {
    const verdict = await attack(
      requestText(name, operation, server.port, guest.authorization),
    )
    const word = verdict.isOpen ? 'OPEN' : verdict.isCut ? 'cut ' : 'shut'
    console.log(`${word}  ${name}  ${verdict.tried}`)
    if (verdict.isOpen) found.push(`${name}\n${verdict.said}`)
  }
  console.log(`${chosen.length} operations tried, ${found.length} gave way.`)
  for (const one of found) console.log(`\n${one}`)
} finally {
  await house.close()
}

async function attack(request: string) {
  const file = join(house.folder, 'request.txt')
  writeFileSync(file, request)
  const sqlmap = spawn(
    'sqlmap',
    [
      ...['-r', file, '--batch', '--ignore-stdin', '--flush-session'],
      ...['--disable-coloring'],
      ...['--output-dir', join(house.folder, 'sqlmap'), '--dbms', 'sqlite'],
      // Every way there is, in addresses, header fields and bodies.
      ...['--level', '2', '--risk', '2', '--technique', 'BEUSTQ'],
      ...['--timeout', '20', '--retries', '1', '--time-sec', '4'],
      ...['--ignore-code', '*', '--ignore-redirects'],
    ],
    { stdio: ['ignore', 'pipe', 'ignore'], timeout: longestMs },
  )
  const said = await text(sqlmap.stdout)
  const tried = [...said.matchAll(/testing for SQL injection on (.+?)$/gm)]
  return {
    isCut: sqlmap.signalCode !== null,
    isOpen: /identified the following injection point/.test(said),
    tried: tried.map(([, where]) => where).join(', ') || 'nothing to try',
    said: said.split('---')[1]?.trim() ?? '',
  }
}

/** The request as it goes over the wire; a star is where sqlmap writes. */
function requestText(
  name: string,
  { parameters, requestBody }: Operation,
  port: number,
  authorization: string,
): string {
  const [method = '', template = ''] = name.split(' ')
  const exampleOf = (one: string) =>
    parameters.find((parameter) => parameter.name === one)?.example ?? '1'
  const path = template.replaceAll(
    /\{(\w+)\}/g,
    (_, one: string) => `${encodeURIComponent(exampleOf(one))}*`,
  )
  const query = parameters
    .filter((parameter) => parameter.in === 'query')
    .map((one) => `${one.name}=${encodeURIComponent(one.example ?? '1')}`)
    .join('&')
  const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
  const isForm = type === 'application/x-www-form-urlencoded'
  const example = withoutAttack[name] ?? content?.example
  const body =
    example === undefined
      ? ''
      : isForm
        ? String(new URLSearchParams(Object(example)))
        : JSON.stringify(example)
  return [
    `${method} ${path}${query && `?${query}`} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: ${authorization}`,
    ...(body ? [`Content-Type: ${type}`] : []),
    ...parameters
      .filter((parameter) => parameter.in === 'header')
      .map((one) => `${one.name}: ${one.example ?? '1'}*`),
    '',
    body,
  ].join('\r\n')
}
