/**
 * Every island with what it is told by the page. Each adds itself where it is defined, so that a wrong name
 * or a wrong value does not compile.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Islands {}
