import { useSpeech } from '#platform/i18n.tsx'
import { Table } from '#platform/ui/table.tsx'
import { sectionAddress } from '../addresses.ts'
import type { Commentary } from '../commentary-store.server.ts'
import { paragraphsIn } from '../merge-paragraphs.ts'
import type { BothLanguages } from '../model.ts'
import { sectionsOf } from '../sections.ts'

type Props = {
  slug: string
  report: string
  written: BothLanguages
  commentary: readonly Commentary[]
  mayEdit: boolean
}

/** The sections of a report, with how much people have written to each in both languages. */
export function SectionTable({ slug, report, written, commentary, mayEdit }: Props) {
  const { text, language, path } = useSpeech()
  const said = (section: string, of: 'lv' | 'en') => {
    const words = commentary.find((one) => one.section === section && one.language === of)?.words ?? ''
    const count = paragraphsIn(words).length
    return count === 0 ? text('publishing.work.unwritten') : text('publishing.work.paragraphs', { count })
  }
  return (
    <Table
      caption={<span className="visually-hidden">{text('publishing.work.sections')}</span>}
      rows={sectionsOf(written[language])}
      rowKey={({ section }) => section.key}
      columns={[
        {
          heading: text('publishing.work.section'),
          cell: ({ section, level }) => (
            <span className={level > 1 ? 'report-nested' : undefined}>
              {mayEdit ? (
                <a href={path(sectionAddress(slug, report, section.key))}>{section.title}</a>
              ) : (
                section.title
              )}
            </span>
          ),
        },
        {
          heading: text('publishing.work.lv'),
          cell: ({ section }) => said(section.key, 'lv'),
        },
        {
          heading: text('publishing.work.en'),
          cell: ({ section }) => said(section.key, 'en'),
        },
      ]}
    />
  )
}
