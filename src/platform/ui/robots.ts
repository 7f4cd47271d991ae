import { AS_OF } from '../as-of/read-as-of.ts'
import { PERSONAL_SECTIONS, WORKING } from '../http/face.ts'
import { absolute, type SiteFacts } from './site-facts.ts'

/** What search engines are asked to leave alone: pages of somebody's work, and what was before. */
export function writeRobots(facts: SiteFacts): string {
  const sections = [...PERSONAL_SECTIONS].flatMap((section) => [`/${section}`, `/en/${section}`])
  const kept = [...sections, `/*/${WORKING}`, '/*/plani/', '/veidne', '/en/veidne', `/*?*${AS_OF}=`]
  return [
    'User-agent: *',
    ...kept.map((path) => `Disallow: ${path}`),
    ...(facts.address ? ['', `Sitemap: ${absolute(facts, '/sitemap.xml')}`] : []),
    '',
  ].join('\n')
}
