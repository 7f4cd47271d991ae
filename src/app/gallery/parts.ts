import { collectionGallery } from '#modules/collection/gallery'
import { findingGallery } from '#modules/findings/gallery'
import { indicatorGallery } from '#modules/indicators/gallery'
import { strategyGallery } from '#modules/strategy/gallery'
import { surveyGallery } from '#modules/surveys/gallery'
import type { GalleryPart } from '#platform/gallery/part.ts'
import { uiGallery } from '#platform/ui/gallery.tsx'

/** Every part that is shown, by module: the one index of the gallery and of its test. */
export const GALLERY: readonly { module: string; parts: readonly GalleryPart[] }[] = [
  { module: 'platform', parts: uiGallery },
  { module: 'indicators', parts: indicatorGallery },
  { module: 'findings', parts: findingGallery },
  { module: 'strategy', parts: strategyGallery },
  { module: 'surveys', parts: surveyGallery },
  { module: 'collection', parts: collectionGallery },
]
