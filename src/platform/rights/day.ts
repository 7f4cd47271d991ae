const calendar = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Riga' })

/** The day it is in Latvia's municipalities, `YYYY-MM-DD`: grants begin and end with it. */
export const municipalDay = (at: Date = new Date()): string => calendar.format(at)
