/**
 * A page, joined out of strings. What the guest typed becomes a part of the
 * markup, so whoever writes a review also writes the page.
 */
export function joinPage(review: string, session: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="session" content="${session}">
<title>Miso ramen</title>
<style>
  body { margin: 14px; color: #15181e; background: #fff;
         font: 15px/22px system-ui, sans-serif; overflow-wrap: anywhere }
  h1 { margin: 0; font-size: 19px }
  p { margin: 6px 0 }
</style>
<h1>Miso ramen</h1>
<p>Signed in as Mara. One review:</p>
<p id="review">${review}</p>
</html>
`
}
