import { env } from '@/env'

/**
 * Where a sign-in leads to in the end: the lab or the chapter that it began in,
 * else the page about the account. Never to any other address: whoever can
 * choose where a sign-in ends can send people anywhere.
 */
export function wayHome(asked: string): string {
  const { publicUrl } = env
  const path = asked.startsWith(publicUrl)
    ? asked.slice(publicUrl.length)
    : asked
  const isLesson = /^\/(labs|learn)\/[a-z-]+$/.test(path)
  return publicUrl + (isLesson ? path : '/account')
}
