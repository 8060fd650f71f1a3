import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { env } from '@/env'

export const metadata: Metadata = {
  title: 'Not set up yet',
  robots: { index: false },
}

const help = {
  TURSO_DATABASE_URL:
    'The address of a libSQL database, such as libsql://name.turso.io. Functions have no disk to keep one on. Its token goes into TURSO_AUTH_TOKEN.',
  AUTH_SECRET:
    'At least 32 random characters, for example from “openssl rand -hex 32”. It signs cookies, tokens and webhooks, and every function needs the same one.',
} satisfies Record<(typeof env.missing)[number], string>

/**
 * What every address shows while a deployment lacks a variable: next.config.ts
 * leads there, so that nobody meets a site that works by halves. Written at
 * build time, as a deployment keeps the variables that it was built with.
 */
export default function SetupPage() {
  if (env.missing.length === 0) notFound()
  return (
    <>
      <SiteHeader />
      <main className="plain-page" id="main">
        <h1>This deployment is not set up yet</h1>
        <p>The build is complete. These variables are missing:</p>
        <dl>
          {env.missing.map((name) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd>{help[name]}</dd>
            </div>
          ))}
        </dl>
        <p>
          Add them to the project under Settings, Environment Variables, then
          deploy again. The new build also fills the database.
        </p>
      </main>
      <SiteFooter />
    </>
  )
}
