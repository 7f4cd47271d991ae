/** What machines read of a page; a block of data is never run. */
export function LinkedDataBlock({ data, kind }: { data: object; kind: 'page' | 'dataset' }) {
  // The sign that could end the block early is written in another way.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without any `<`
    <script type="application/ld+json" data-kind={kind} dangerouslySetInnerHTML={{ __html: json }} />
  )
}
