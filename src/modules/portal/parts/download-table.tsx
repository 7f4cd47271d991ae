import type { Survey } from '#modules/surveys'
import { useSpeech } from '#platform/i18n.tsx'
import { DownloadLinks } from '#platform/ui/download-links.tsx'
import { Table } from '#platform/ui/table.tsx'
import { downloadsOf } from '../downloads.ts'

type Props = {
  surveys: readonly Pick<Survey, 'key' | 'title'>[]
  slug: string
  home: string
  strategy: string
}

/** Every set of data of a municipality, with the formats in which it can be taken away. */
export function DownloadTable({ surveys, slug, home, strategy }: Props) {
  const speech = useSpeech()
  const { text } = speech
  return (
    <Table
      caption={text('portal.downloads.caption')}
      columns={[
        { heading: text('portal.downloads.data'), cell: ({ page, name }) => <a href={page}>{name}</a> },
        {
          heading: text('portal.downloads.format'),
          cell: ({ name, files }) => <DownloadLinks what={name} files={files} />,
        },
      ]}
      rows={downloadsOf(speech, { slug, home, strategy, surveys })}
      rowKey={({ key }) => key}
      isNarrow
    />
  )
}
