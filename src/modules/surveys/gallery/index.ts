// A door of its own, `#modules/surveys/gallery`: examples are for the gallery, and no other page loads them.
export { surveyGallery } from './results.tsx'
