import type { Survey } from '#modules/surveys'
import type { Speech } from '#platform/i18n.tsx'

/** A set of data that can be taken away: where a reader sees it, and where each format of it is. */
export type Download = { key: string; name: string; page: string; csv: string; json: string }

/** Everything of a municipality that can be taken away as files. */
export function downloadsOf(
  { text, path, local }: Pick<Speech, 'text' | 'path' | 'local'>,
  slug: string,
  surveys: readonly Pick<Survey, 'key' | 'title'>[],
): Download[] {
  const whole = (key: 'indicators' | 'actions' | 'findings', page: string): Download => {
    const address = path(`/${slug}${page}`)
    const name = text(`publishing.downloads.${key}`)
    return { key, name, page: address, csv: `${address}.csv`, json: `${address}.json` }
  }
  return [
    whole('indicators', '/raditaji'),
    whole('actions', '/ricibas-plans'),
    ...surveys.map((survey) => {
      const page = path(`/${slug}/aptaujas/${encodeURIComponent(survey.key)}`)
      const name = text('publishing.downloads.survey', { title: local(survey.title) })
      return { key: `survey ${survey.key}`, name, page, csv: `${page}/dati.csv`, json: `${page}/dati.json` }
    }),
    whole('findings', '/datu-kvalitate'),
  ]
}
