/** The name of the field in which an institution is ticked. */
export const tickName = (institution: string) => `institution.${institution}`
