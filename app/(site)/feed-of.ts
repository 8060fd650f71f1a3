import type { Chapter } from '@/content/chapters'

/** The chapters that can be read, the newest first, as Atom (RFC 4287). */
export function feedOf(chapters: readonly Chapter[], base: string): string {
  const entries = chapters
    .flatMap((chapter, index) =>
      chapter.isOpen && chapter.since !== undefined
        ? [{ ...chapter, since: chapter.since, number: index + 1 }]
        : [],
    )
    .sort((a, b) => b.since.localeCompare(a.since) || a.number - b.number)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    '<title>Back of House</title>',
    '<subtitle>See what a backend is: chapter by chapter.</subtitle>',
    `<id>${escape(base)}/</id>`,
    `<link href="${escape(base)}/"/>`,
    `<link rel="self" type="application/atom+xml" href="${escape(base)}/feed.xml"/>`,
    `<updated>${timeOf(entries[0]?.since ?? beginning)}</updated>`,
    '<author><name>Back of House</name></author>',
    ...entries.flatMap(({ slug, title, line, since, number }) => [
      '<entry>',
      `<title>${escape(`Chapter ${number}: ${title}`)}</title>`,
      `<id>${escape(base)}/learn/${slug}</id>`,
      `<link href="${escape(base)}/learn/${slug}"/>`,
      `<published>${timeOf(since)}</published>`,
      `<updated>${timeOf(since)}</updated>`,
      `<summary>${escape(line)}</summary>`,
      '</entry>',
    ]),
    '</feed>',
    '',
  ].join('\n')
}

/** A feed says when it changed, also while there is nothing in it. */
const beginning = '2026-11-25'

function timeOf(day: string): string {
  return `${day}T00:00:00Z`
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function escape(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
