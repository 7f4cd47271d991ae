// A door of its own, `#modules/indicators/gallery`: examples are for the gallery, and no other page loads them.

import { rangePart, seriesPart } from './drawings.tsx'
import { certaintyPart, targetPart, valuePart } from './figures.tsx'
import { verdictPart, verdictSentencePart } from './verdicts.tsx'

export const indicatorGallery = [
  valuePart,
  certaintyPart,
  targetPart,
  verdictPart,
  verdictSentencePart,
  rangePart,
  seriesPart,
]
