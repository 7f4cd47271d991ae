/** A figure that was counted or computed, whatever the language. */
export type CountedFigure = {
  value: number
  unit: 'count' | 'percent'
  /** Decimals to say it with; as many as it has without. */
  decimals?: number
  /** Page that shows it, in Latvian form. */
  address: string
}
