/** The two faces of the platform. The address alone says which one answers: never a cookie. */
export type Face = 'public' | 'personal'

/** First segments under which everything is personal. No municipality may be called like one of them. */
export const PERSONAL_SECTIONS: ReadonlySet<string> = new Set(['darbs', 'pieslegties', 'zinot'])
/** Last segment of the working twin of a public page. */
export const WORKING = 'labot'

/** Reads an address as the router does: decoded, whatever its capitals, `/en` in front or not. */
export function faceOf(pathname: string): Face {
  const segments = pathname.split('/').filter(Boolean).map(plain)
  if (segments[0] === 'en') segments.shift()
  return PERSONAL_SECTIONS.has(segments[0] ?? '') || segments.at(-1) === WORKING ? 'personal' : 'public'
}

/** Addresses that React Router adds for scripts of its own, which no page here has. */
export function isMachinery(pathname: string): boolean {
  const path = plain(pathname)
  return path.endsWith('.data') || path === '/__manifest' || path.startsWith('/__manifest/')
}

function plain(text: string) {
  try {
    return decodeURIComponent(text).toLowerCase()
  } catch {
    return text.toLowerCase()
  }
}
