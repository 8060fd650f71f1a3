import { expect, test } from './fixtures'

test.beforeEach(({ isMobile }, { project }) => {
  test.skip(isMobile || project.name !== 'desktop', 'asks without a screen')
})

const tagged = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]+)</${name}>`, 'g'))].map(
    ([, text = '']) => text,
  )

test('every address of the sitemap answers, on the server that was asked', async ({
  request,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const addresses = tagged(
    await (await request.get('/sitemap.xml')).text(),
    'loc',
  )
  expect(addresses.length).toBeGreaterThan(50)
  for (const address of addresses) {
    expect(address.startsWith(`${baseURL}/`), address).toBe(true)
    expect((await request.get(address)).status(), address).toBe(200)
  }
  const robots = await (await request.get('/robots.txt')).text()
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`)
})

test('the feed names its chapters, and each of them can be read', async ({
  request,
  baseURL,
}) => {
  const reply = await request.get('/feed.xml')
  expect(reply.headers()['content-type']).toContain('application/atom+xml')
  const [own, ...chapters] = tagged(await reply.text(), 'id')
  expect(own).toBe(`${baseURL}/`)
  expect(chapters.length).toBeGreaterThan(0)
  for (const chapter of chapters)
    expect((await request.get(chapter)).status(), chapter).toBe(200)
})

test('a chapter says in data what it is, and has a picture', async ({
  page,
  request,
}) => {
  await page.goto('/learn/the-order')
  const text = await page
    .locator('script[type="application/ld+json"]')
    .textContent()
  expect(JSON.parse(text ?? '')).toMatchObject({
    '@type': 'LearningResource',
    isPartOf: { '@type': 'Course' },
  })
  const picture = await request.get('/cards/learn/the-order.png')
  expect(picture.headers()['content-type']).toBe('image/png')
  const bytes = await picture.body()
  // Width and height stand in the header of a PNG.
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
})
