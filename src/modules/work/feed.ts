type Feed = {
  language: string
  title: string
  /** Page that says the same, and the feed itself. */
  page: string
  self: string
  entries: readonly { id: string; title: string; day: string; text: string }[]
}

/** A feed in the form of Atom (RFC 4287). Days are written as their beginnings. */
export function writeFeed({ language, title, page, self, entries }: Feed): string {
  const updated = `${entries[0]?.day ?? '2020-01-01'}T00:00:00Z`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    `<title>${escaped(title)}</title><id>${escaped(page)}</id><updated>${updated}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(self)}"/><link href="${escaped(page)}"/>`,
    '<author><name>Izaugsme</name></author>',
    ...entries.map(
      ({ id, title: about, day, text }) =>
        `<entry><title>${escaped(about)}</title><id>urn:uuid:${escaped(id)}</id><updated>${day}T00:00:00Z</updated>` +
        `<link href="${escaped(`${page}#${id}`)}"/><content type="text">${escaped(text)}</content></entry>`,
    ),
    '</feed>\n',
  ].join('\n')
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')
