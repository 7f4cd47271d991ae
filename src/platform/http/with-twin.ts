import { type RouteConfigEntry, route } from '@react-router/dev/routes'
import { WORKING } from './face.ts'

/** A public page and beside it the page on which it is worked: its working twin. */
export const withTwin = (path: string, page: string, working: string): RouteConfigEntry[] => [
  route(path, page),
  route(`${path}/${WORKING}`, working),
]
