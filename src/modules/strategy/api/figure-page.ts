import { figureAddress } from '#modules/indicators'

/** Where a figure is seen, below the address of its plan. */
export const figurePage = ({
  indicator,
  series,
  period,
}: {
  indicator: string
  series: string
  period: string
}): string => figureAddress(indicator, series, period)
