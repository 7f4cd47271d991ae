/** How variances are estimated: ML, or REML which allows for the fixed effects. */
export type MultilevelMethod = 'ml' | 'reml'

/**
 * What is taken to be known about the covariance Σ between groups: nothing, or no more than that it is not
 * singular. The weak prior multiplies the likelihood by |Σ|^½, for a random intercept by its standard deviation:
 * where the data say 0, the estimate is about one standard error above; with many groups it hardly moves.
 *
 * @see Chung, Rabe-Hesketh, Dorie, Gelman & Liu (2013), Psychometrika 78(4), 685–709; for slopes Chung, Gelman,
 * Rabe-Hesketh, Liu & Dorie (2015), Journal of Educational and Behavioral Statistics 40(2), 136–157
 */
export type MultilevelPrior = 'weak' | 'none'
