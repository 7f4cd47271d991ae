/** A change of the rows of several sheets. */
export type Correction<Sheets> = (rows: Sheets) => Sheets

/** What changes the chosen rows of one of these sheets. */
export function changesOf<Sheets extends { [Name in keyof Sheets]: object[] }>() {
  return <Name extends keyof Sheets>(
    name: Name,
    isChosen: (row: Sheets[Name][number]) => boolean,
    given: Partial<Sheets[Name][number]>,
  ): Correction<Sheets> => {
    const all = (rows: Sheets) => rows[name] as Sheets[Name][number][]
    return (rows) => ({
      ...rows,
      [name]: all(rows).map((row) => (isChosen(row) ? { ...row, ...given } : row)),
    })
  }
}
