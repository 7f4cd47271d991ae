import { findingDownloads } from '#modules/findings'
import { allFigureDownloads } from '#modules/indicators'
import { actionDownloads } from '#modules/strategy'
import { type Survey, surveyAddress, surveyDownloads } from '#modules/surveys'
import type { Speech } from '#platform/i18n.tsx'
import type { Downloads } from '#platform/ui/download-links.tsx'

/** A set of data that can be taken away: where a reader sees it, and where each format of it is. */
export type Download = { key: string; name: string; page: string; files: Downloads }

type Data = {
  slug: string
  /** Address of the plan; that of the current one is its municipality’s. */
  home: string
  /** Public id of the strategy. */
  strategy: string
  surveys: readonly Pick<Survey, 'key' | 'title'>[]
}

/** Everything of a municipality that can be taken away as files. */
export function downloadsOf(
  { text, path, local }: Pick<Speech, 'text' | 'path' | 'local'>,
  { slug, home, strategy, surveys }: Data,
): Download[] {
  const place = `/${slug}`
  return [
    {
      key: 'indicators',
      name: text('portal.downloads.indicators'),
      page: path(`${home}/raditaji`),
      files: allFigureDownloads(strategy),
    },
    {
      key: 'actions',
      name: text('portal.downloads.actions'),
      page: path(`${home}/ricibas-plans`),
      files: actionDownloads(strategy),
    },
    ...surveys.map(({ key, title }) => ({
      key: `survey ${key}`,
      name: text('portal.downloads.survey', { title: local(title) }),
      page: path(`${place}${surveyAddress(key)}`),
      files: surveyDownloads(slug, key),
    })),
    {
      key: 'findings',
      name: text('portal.downloads.findings'),
      page: path(`${place}/datu-kvalitate`),
      files: findingDownloads(slug),
    },
  ]
}
