import { TraceFile } from '@/components/trace/replay/trace-file'
import { SiteFooter } from '@/components/ui/site-footer'
import { SiteHeader } from '@/components/ui/site-header'
import { pageMetadata } from '../page-metadata'
import { RecentTraces } from './recent-traces'
import '@/components/trace/replay/replay-page.css'
import './file.css'

export const metadata = pageMetadata({
  title: 'Replay a trace',
  description:
    'Drop an OpenTelemetry trace and step through it, forward and back. The file stays in the page.',
  path: '/trace',
})

/** Any trace played back: the reader's own, or one from a file. */
export default function TraceFilePage() {
  return (
    <>
      <SiteHeader current="/trace" />
      <main id="main">
        <TraceFile>
          <RecentTraces />
        </TraceFile>
      </main>
      <SiteFooter />
    </>
  )
}
