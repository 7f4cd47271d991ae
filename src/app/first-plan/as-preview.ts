type Preview = {
  slug: string
  /** Address of the guide, in Latvian. */
  guide: string
  banner: string
  back: string
  path: (address: string) => string
}

/** A public page with links that stay within the preview, and with a word above that it is one. */
export function asPreview(html: string, { slug, guide, banner, back, path }: Preview): string {
  const inside = `${guide}/prieksskats`
  const links = new RegExp(`href="(/en)?/${slug}(?=["/?#])`, 'g')
  const notice = `<p class="banner preview" role="note">${escaped(banner)} <a href="${path(guide)}">${escaped(back)}</a></p>`
  return html
    .replaceAll(links, (_, language = '') => `href="${language}${inside}`)
    .replace(/<body[^>]*>/, (body) => body + notice)
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
