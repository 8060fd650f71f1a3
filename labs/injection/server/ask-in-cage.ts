import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import * as z from 'zod'
import { CagedAnswer } from '@/contracts/injection'
import { cageLimits, cageScene } from '@/contracts/injection-cage'
import { noteStatement } from '@/server/http/note-statement'
import { fewAtATime } from '@/server/limits/few-at-a-time'

const cageFile = join(
  /* turbopackIgnore: true */ process.cwd(),
  'labs/injection/server/cage.mjs',
)

const News = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ answer: CagedAnswer.omit({ ranMs: true }) }),
])

/** SQLite is compiled and the tables are laid out before the clock starts. */
const longestStartMs = 10_000

/**
 * Hands a statement to a database in a cage: SQLite as WebAssembly in a
 * thread of its own. It has no files, no network, no variables of this
 * server, little memory, and half a second. One cage for each question.
 */
export function askInCage(statement: string, parameters: string[] = []) {
  noteStatement(statement)
  return fewAtATime('injection', async () => {
    const cage = openCage(statement, parameters)
    try {
      return await answerOf(cage, { statement, parameters })
    } finally {
      await cage.terminate()
    }
  })
}

function openCage(statement: string, parameters: string[]): Worker {
  const { heapBytes } = cageLimits
  return new Worker(cageFile, {
    workerData: { statement, parameters, scene: cageScene, cageLimits },
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: heapBytes / 1024 ** 2,
      maxYoungGenerationSizeMb: 4,
      stackSizeMb: 1,
    },
  })
}

type Question = { statement: string; parameters: string[] }

/** What the cage tells, or what is known when it is ended instead. */
function answerOf(cage: Worker, question: Question): Promise<CagedAnswer> {
  return new Promise((resolve, reject) => {
    let startedAt = performance.now()
    const ranMs = () => performance.now() - startedAt
    const endedBy = (end: 'time' | 'memory') => {
      clearTimeout(timer)
      const nothing = { results: [], message: null, tables: null }
      resolve({ ...question, ...nothing, end, ranMs: ranMs() })
    }
    let timer = setTimeout(() => reject(new CageError()), longestStartMs)

    cage.on('message', (message) => {
      clearTimeout(timer)
      const news = News.parse(message)
      if ('answer' in news) return resolve({ ...news.answer, ranMs: ranMs() })
      startedAt = performance.now()
      timer = setTimeout(() => endedBy('time'), cageLimits.runMs)
    })
    // A thread that passes its limit of memory is ended by Node itself.
    cage.on('error', (error) =>
      isOutOfMemory(error) ? endedBy('memory') : reject(error),
    )
  })
}

function isOutOfMemory(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  )
}

export class CageError extends Error {
  override name = 'CageError'
}
