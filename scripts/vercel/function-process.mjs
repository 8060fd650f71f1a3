import { fork } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const host = fileURLToPath(new URL('./host-function.mjs', import.meta.url))

/**
 * The functions of a build, each as a folder of its own: what lies in the
 * output, and the files of the checkout that its list names. Links stay links.
 * Addresses that share a function are links to it in the output.
 */
export function unpackFunctions(checkout, target) {
  const output = join(checkout, '.vercel', 'output', 'functions')
  const folders = readdirSync(output, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.endsWith('.func'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  return folders.map((folder) => {
    const name = folder.slice(output.length + 1)
    const unpacked = join(target, name)
    cpSync(folder, unpacked, { recursive: true, verbatimSymlinks: true })
    const { filePathMap = {}, handler } = readConfig(folder)
    for (const [place, source] of Object.entries(filePathMap)) {
      mkdirSync(dirname(join(unpacked, place)), { recursive: true })
      cpSync(join(checkout, source), join(unpacked, place), {
        verbatimSymlinks: true,
        recursive: true,
      })
    }
    const launcher = join(unpacked, handler ?? 'index.js')
    return {
      name,
      launcher,
      bytes: sizeOf(unpacked),
      files: listFiles(unpacked),
    }
  })
}

/** The function that answers at an address, such as `api/orders`. */
export function functionAt(checkout, functions, address) {
  const output = realpathSync(join(checkout, '.vercel', 'output', 'functions'))
  const folder = realpathSync(join(output, `${address}.func`))
  return functions.find(({ name }) => name === folder.slice(output.length + 1))
}

/** Starts a function on a loopback port; resolves when it listens. */
export function startFunction(launcher, { env, port = 0 }) {
  const child = fork(host, [launcher, String(port)], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    cwd: dirname(launcher),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const lines = []
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => lines.push(String(chunk)))
  return new Promise((resolve, reject) => {
    child.once('message', ({ port: taken, loadedInMs }) =>
      resolve({
        url: `http://127.0.0.1:${taken}`,
        loadedInMs,
        log: () => lines.join(''),
        stop: () => child.kill(),
      }),
    )
    child.once('exit', (code) =>
      reject(new Error(`A function ended with ${code}: ${lines.join('')}`)),
    )
  })
}

function readConfig(folder) {
  const file = join(folder, '.vc-config.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

function listFiles(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
}

function sizeOf(folder) {
  return listFiles(folder)
    .map((name) => lstatSync(join(folder, name)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0)
}
