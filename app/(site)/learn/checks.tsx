'use client'

import { nearView } from '@/components/lab/near-view'

type Props = { titles: Record<string, string> }

/** The check of each chapter that can be read, loaded when it comes near. */
const checks = {
  'what-a-backend-is': nearView<Props>(async () => {
    const { checkOf } = await import('./check-of')
    const { questions } =
      await import('@/content/learn/what-a-backend-is.check')
    return checkOf('what-a-backend-is', questions)
  }),
  servers: nearView<Props>(async () => {
    const { checkOf } = await import('./check-of')
    const { questions } = await import('@/content/learn/servers.check')
    return checkOf('servers', questions)
  }),
  databases: nearView<Props>(async () => {
    const { checkOf } = await import('./check-of')
    const { questions } = await import('@/content/learn/databases.check')
    return checkOf('databases', questions)
  }),
  apis: nearView<Props>(async () => {
    const { checkOf } = await import('./check-of')
    const { questions } = await import('@/content/learn/apis.check')
    return checkOf('apis', questions)
  }),
  security: nearView<Props>(async () => {
    const { checkOf } = await import('./check-of')
    const { questions } = await import('@/content/learn/security.check')
    return checkOf('security', questions)
  }),
  'the-order': nearView<Props>(async () => {
    const { checkOf } = await import('./check-of')
    const { questions } = await import('@/content/learn/the-order.check')
    return checkOf('the-order', questions)
  }),
}

/** The questions of a chapter; nothing where there are none. */
export function ChapterQuestions({ slug, titles }: Props & { slug: string }) {
  if (!isChecked(slug)) return null
  const Questions = checks[slug]
  return <Questions titles={titles} />
}

function isChecked(slug: string): slug is keyof typeof checks {
  return Object.hasOwn(checks, slug)
}
