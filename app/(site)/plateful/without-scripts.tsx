/** What a reader without JavaScript is told, and where the same words are. */
export function WithoutScripts({ slug }: { slug?: string }) {
  const path = slug ? `/api/restaurants/${slug}` : '/api/restaurants'
  return (
    <noscript>
      <p className="without-scripts">
        This page asks the backend while you look, and that needs JavaScript.
        The same answer can be read as JSON at <a href={path}>{path}</a>, and an
        order can be sent from a terminal with curl.
      </p>
    </noscript>
  )
}
