import type lv from './lv.json'

type Plural = 'zero' | 'one' | 'other'

/** Text keys without their plural suffix: `count_one` and `count_other` are asked for as `count`. */
export type KeysOf<Texts> = keyof Texts extends infer Key
  ? Key extends `${infer Base}_${Plural}`
    ? Base
    : Key & string
  : never

export type PlatformTextKey = KeysOf<typeof lv>
