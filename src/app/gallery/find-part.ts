import type { GalleryPart } from '#platform/gallery/part.ts'
import { GALLERY } from './parts.ts'

const keyOf = ({ name }: GalleryPart) => name.toLowerCase()

/** Where all states of a part are shown. */
export const addressOfPart = (part: GalleryPart): string => `/veidne/${keyOf(part)}`

/** The part that an address names; undefined when there is none. */
export const findPart = (key: string): GalleryPart | undefined =>
  GALLERY.flatMap(({ parts }) => parts).find((part) => keyOf(part) === key)
