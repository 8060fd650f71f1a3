import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project, wherever the script was called from. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** The command line of a package that is installed here, run by this Node. */
export const commands = {
  next: ['node_modules/next/dist/bin/next'],
  tsx: ['node_modules/tsx/dist/cli.mjs'],
  tsc: ['node_modules/typescript/bin/tsc'],
  eslint: ['node_modules/eslint/bin/eslint.js'],
  vitest: ['node_modules/vitest/vitest.mjs'],
  playwright: ['node_modules/@playwright/test/cli.js'],
}

const children = new Set()
let stopping = false

/** Starts a program in the project's folder and hands its process back. */
export function start(program, args, { env, ...options } = {}) {
  if (stopping) process.exit(143)
  const child = spawn(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
    ...options,
  })
  children.add(child)
  child.once('exit', () => children.delete(child))
  return child
}

/** The exit code of a process, in the shell's way when a signal ended it. */
export function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      resolve(code ?? 128 + (constants.signals[signal] ?? 0)),
    )
  })
}

/** Runs a Node program to its end; one that fails ends this one as well. */
export async function runNode(args, options) {
  const code = await exitCodeOf(start(process.execPath, args, options))
  if (code !== 0) process.exit(code)
}

/**
 * Hands every request to stop on to what was started here, and leaves when
 * that has ended. Without this a killed script leaves its children behind.
 */
export function passSignalsOn() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => stopChildren(signal))
}

/**
 * Stops when the `npm` that ran this script is gone: killed with -9 it cannot
 * pass a signal on. Only under npm, so that a server started in the
 * background outlives its shell.
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return
  const parents = ancestors()
  const timer = setInterval(() => {
    if (ancestors() !== parents) stopChildren('SIGTERM')
  }, 250)
  timer.unref()
}

function stopChildren(signal) {
  stopping = true
  if (children.size === 0) process.exit(128 + constants.signals[signal])
  for (const child of children) child.kill(signal)
}

/** Who started this process, and who started that: npm runs a shell between. */
function ancestors() {
  return `${process.ppid} ${parentOf(process.ppid)}`
}

function parentOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    return /^PPid:\s*(\d+)/m.exec(status)?.[1]
  } catch {
    return undefined
  }
}
