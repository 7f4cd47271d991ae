import { types } from 'pg'

/** How both drivers read values: dates stay the text they are (a date has no time zone); counters and figures fit a JavaScript number. */
export const parsers: Record<number, (text: string) => string | number> = {
  [types.builtins.DATE]: (text) => text,
  [types.builtins.INT8]: Number,
  [types.builtins.NUMERIC]: Number,
}
for (const [type, parse] of Object.entries(parsers)) types.setTypeParser(Number(type), parse)
