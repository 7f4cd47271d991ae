/** What the municipality's register of people can tell instead of an institution. */
export const REGISTERS = ['people.learners', 'people.learnersByGrade', 'people.staff'] as const
export type Register = (typeof REGISTERS)[number]

export const isRegister = (name: string | null): name is Register =>
  REGISTERS.some((register) => register === name)

/** Key of a table's row for a grade; such rows can be counted from the register. */
export const gradeKey = (grade: number) => String(grade)

/** The grade of such a row; undefined where the row is about something else. */
export function gradeOf(key: string): number | undefined {
  const [, grade] = /^(\d{1,2})$/.exec(key) ?? []
  return grade === undefined ? undefined : Number(grade)
}
