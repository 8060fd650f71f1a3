import type { Reply } from '@/contracts/http'

type Page = {
  title: string
  status: number
  body: string
  /** The origins besides this one where a form may lead. */
  formTargets?: string[]
}

/**
 * A page of the provider: plain HTML that runs no script at all. The policy in
 * it is held besides that of the reply's header (next.config.ts): it alone
 * knows where the form leads. The address holds a request, so none is told it.
 */
export function page({ title, status, body, formTargets = [] }: Page): Reply {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "base-uri 'none'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
  ]
  return {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
    },
    text: `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
    <meta name="referrer" content="no-referrer">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${text(title)}</title>
    <link rel="stylesheet" href="/identity-provider.css">
  </head>
  <body>
    <header class="house">Identity provider</header>
    <main>${body}
    </main>
  </body>
</html>
`,
  }
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML: what was sent must never become a part of the page. */
export function text(value: string): string {
  return value.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')
}
