import { sourceAddress } from '#modules/sources'
import type { ReportSection } from '#platform/reports/report.ts'
import { list, paragraph, section } from './blocks.ts'
import type { PlanData } from './data.ts'
import type { Pen } from './pen.ts'

/** Where figures come from and how they are judged, for whoever wants to check them. */
export function sourceSection(pen: Pen, { set }: PlanData): ReportSection {
  const { line, local, link, data, word } = pen
  return section(pen, 'sources', 'publishing.sources.title', [
    paragraph(line('publishing.sources.intro')),
    ...list(
      set.sources.map((source) => [
        link(local(source.title), `${data.home}${sourceAddress(source.key)}`),
        ...(source.publisher ? [{ text: ` – ${source.publisher}` }] : []),
      ]),
    ),
    paragraph(
      line('publishing.sources.methods', { page: link(word('publishing.sources.methods.page'), '/metodes') }),
    ),
  ])
}
