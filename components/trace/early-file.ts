/** What the script in the head has asked for before any of the page's own ran. */
type EarlyFile = { href: string; reply: Promise<Response> }

/**
 * A link to /trace may name a file of this site (`?url=`). Its bytes are on
 * their way while the page's code still is: this runs in the head. The page is
 * marked, so that the place to drop a file does not flash up before the trace.
 */
export const earlyFileScript = `try{if(location.pathname==='/trace'){var f=new URLSearchParams(location.search).get('url');if(f!==null&&(f=new URL(f,location.href)).origin===location.origin){f={href:f.href,reply:fetch(f)};f.reply.catch(function(){});window.earlyFile=f;document.documentElement.dataset.namedFile=''}}}catch(e){}`

/** The reply that is on its way already; each can be read once. */
export function takeEarlyFile({ href }: URL): Promise<Response> | undefined {
  const holder = window as { earlyFile?: EarlyFile }
  const early = holder.earlyFile
  if (early?.href !== href) return undefined
  delete holder.earlyFile
  return early.reply
}

/** The trace is drawn, or cannot be: the mark has done its work. */
export function endEarlyFile(): void {
  delete document.documentElement.dataset['namedFile']
}
