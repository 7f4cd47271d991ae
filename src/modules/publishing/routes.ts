import { type RouteConfigEntry, route } from '@react-router/dev/routes'
import { REPORT_FORMATS } from './reports/format.ts'

const page = (file: string) => `modules/publishing/reports/pages/${file}`
const runPage = (file: string) => `modules/publishing/reports/runs/pages/${file}`

/** The same file under one address for each of its formats. */
const inFormats = (address: string, file: string): RouteConfigEntry[] =>
  REPORT_FORMATS.map((format) =>
    route(`${address}.${format}`, page(file), { id: `publishing-${address}-${file}-${format}` }),
  )

/** Reports of a municipality that everybody reads. */
export const publishingRoutes: RouteConfigEntry[] = [
  route('parskati/:report', page('public-report.tsx'), { id: 'public-report' }),
  ...inFormats('parskati/:report', 'public-file.ts'),
  route('parskati/:report/:number', page('public-report.tsx'), { id: 'public-report-version' }),
  ...inFormats('parskati/:report/:number', 'public-file.ts'),
  route('salidzinajums-ar-publiceto', 'modules/publishing/pages/quoted-comparison.tsx'),
]

/** Writing them, below a municipality's workplace. */
export const publishingWorkRoutes: RouteConfigEntry[] = [
  route('parskati', page('report-list.tsx')),
  route('parskati/jauns', page('report-new.tsx')),
  route('parskati/visas-iestades', runPage('run-list.tsx')),
  route('parskati/visas-iestades/:run', runPage('run-detail.tsx')),
  route('parskati/visas-iestades/:run/visi.zip', runPage('run-zip.ts')),
  route('parskati/:report', page('report-work.tsx')),
  ...inFormats('parskati/:report/melnraksts', 'draft-file.ts'),
  route('parskati/:report/jautajumi', page('report-questions.tsx')),
  route('parskati/:report/sadala/:section', page('commentary.tsx')),
  route('parskati/:report/sadala/:section/lugt', page('commentary-ask.tsx')),
  route('parskati/:report/iesaldet', page('report-freeze.tsx')),
  route('parskati/:report/iesaldets/:number', page('frozen-detail.tsx')),
  ...inFormats('parskati/:report/iesaldets/:number', 'frozen-file.ts'),
]
