import { BorderStyle, type IStylesOptions } from 'docx'

const INK = '16211F'
const heading = (size: number, before: number) => ({
  run: { font: 'Calibri', size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 120 }, keepNext: true },
})
const normal = { basedOn: 'Normal', next: 'Normal', quickFormat: true }

/** How a report looks in Word; each look is a style, so that a municipality can change it in one place. */
export const DOCX_STYLES = {
  default: {
    title: heading(48, 0),
    heading1: heading(34, 360),
    heading2: heading(28, 300),
    heading3: heading(24, 240),
    hyperlink: { run: { color: '0A5C52', underline: {} } },
  },
  paragraphStyles: [
    { id: 'Normal', name: 'Normal', quickFormat: true, paragraph: { spacing: { after: 140, line: 270 } } },
    { ...normal, id: 'Subtitle', name: 'Subtitle', run: { size: 26, color: '4A5653' } },
    { ...normal, id: 'ContentsHeading', name: 'TOC Heading', run: { size: 34, bold: true } },
    {
      ...normal,
      id: 'Caption',
      name: 'caption',
      run: { bold: true, color: INK },
      paragraph: { spacing: { before: 240, after: 40 } },
    },
    {
      ...normal,
      id: 'Cell',
      name: 'Table text',
      run: { size: 19 },
      paragraph: { spacing: { after: 0, line: 250 } },
    },
    {
      ...normal,
      id: 'Source',
      name: 'Source',
      run: { size: 18, color: '4A5653' },
      paragraph: { spacing: { before: 60, after: 200 } },
    },
    {
      ...normal,
      id: 'Aside',
      name: 'Aside',
      paragraph: {
        indent: { left: 220 },
        spacing: { after: 80, line: 270 },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: '0A5C52' } },
      },
    },
    { ...normal, id: 'TOC1', name: 'toc 1', paragraph: { spacing: { after: 60 } } },
    { ...normal, id: 'TOC2', name: 'toc 2', paragraph: { indent: { left: 260 }, spacing: { after: 40 } } },
    { ...normal, id: 'TOC3', name: 'toc 3', paragraph: { indent: { left: 520 }, spacing: { after: 40 } } },
  ],
} satisfies IStylesOptions
