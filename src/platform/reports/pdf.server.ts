import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { checkReport } from './check-report.ts'
import { type PdfData, pdfData } from './pdf-data.ts'
import { PDF_TEMPLATE } from './pdf-template.ts'
import type { Report } from './report.ts'

const require = createRequire(import.meta.url)
type Compiler = InstanceType<typeof import('@myriaddreamin/typst-ts-node-compiler').NodeCompiler>

/** Results that no report used for as many reports are given up, so that memory does not grow with the reports made. */
const KEPT_FOR = 2
const FACES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic']

let compiler: Compiler | undefined

/** Made when the first report is drawn, and kept: reading the fonts takes longer than a short report. */
function theCompiler(): Compiler {
  if (!compiler) {
    const { NodeCompiler } =
      require('@myriaddreamin/typst-ts-node-compiler') as typeof import('@myriaddreamin/typst-ts-node-compiler')
    const fonts = dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'))
    compiler = NodeCompiler.create({
      workspace: fonts,
      fontArgs: [{ fontPaths: FACES.map((face) => join(fonts, face)) }],
    })
  }
  return compiler
}

/**
 * A report as a tagged PDF (PDF/UA-1): with contents, numbered pages, and wide tables on pages that lie. Equal reports
 * give equal bytes.
 *
 * @param origin address of the site without a path, for links to our own pages; without it they are not linked
 * @throws ReportRefused when something in it cannot be drawn so that everybody can read it
 */
export async function reportPdf(
  report: Report,
  { origin }: { origin: string | undefined },
): Promise<Uint8Array> {
  checkReport(report)
  return draw(pdfData(report, origin))
}

function draw(data: PdfData): Uint8Array {
  const typst = theCompiler()
  try {
    return typst.pdf(
      { mainFileContent: PDF_TEMPLATE, inputs: { report: JSON.stringify(data) } },
      { pdfStandard: 'ua-1' },
    )
  } finally {
    typst.evictCache(KEPT_FOR)
  }
}
