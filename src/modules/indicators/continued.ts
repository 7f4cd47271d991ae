import type { Continued } from './model.ts'

/** The plan and the code that a file names: `liepaja-2020-2025/5`; undefined when it is not written so. */
export function readContinued(text: string): Continued | undefined {
  const place = text.indexOf('/')
  return place < 1 || place === text.length - 1
    ? undefined
    : { plan: text.slice(0, place), code: text.slice(place + 1) }
}
