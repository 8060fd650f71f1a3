import type { Memory, WhoAmI } from '@/contracts/keep-or-forget'
import { nameInCookie } from './name-cookie'

type Known = {
  request: Request
  sandboxId: string | null
  asked: WhoAmI
  said: { name: string | null; thread: number; startedAt: number }
}

/** What a server knows of whoever is asking, and how it came to know it. */
export function memoryOf(
  { request, sandboxId, asked, said }: Known,
  cookie: string | null,
  row: string | null,
): Memory {
  return {
    ...asked,
    thread: said.thread,
    startedAt: new Date(said.startedAt).toISOString(),
    process: process.pid,
    cameWith: {
      session: sandboxId !== null,
      name: nameInCookie(request) !== null,
    },
    variable: said.name,
    cookie,
    row,
  }
}
