/** Who answers an address: pages for everybody, or pages for one person, which hold forms and are never kept. */
export type Face = 'public' | 'personal'

const PERSONAL_SECTIONS = new Set(['darbs', 'pieslegties', 'zinot'])

/** The address alone tells: a personal section, or the working twin `…/labot` of a public page. */
export function faceOf(address: string): Face {
  const segments = new URL(address, 'http://site').pathname.split('/').filter(Boolean)
  if (segments[0] === 'en') segments.shift()
  return PERSONAL_SECTIONS.has(segments[0] ?? '') || segments.at(-1) === 'labot' ? 'personal' : 'public'
}
