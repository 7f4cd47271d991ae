/** What files are kept for that are handed in with a form. */
export const PHOTOS = 'collection.photo'
