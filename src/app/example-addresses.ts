/** Addresses by which the pages of the application itself are tried. */
export default [
  '/veidne',
  '/veidne/valuetext',
  '/veidne/verdictchip',
  '/veidne/serieschart',
  '/veidne/resulttable',
]
