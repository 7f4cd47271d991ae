# Makes fixtures/engel.json, fixtures/quantile-regression.json and fixtures/b-splines.json.
# Run: Rscript packages/statistics/reference/quantile-regression.R from the root of the repository.
# Data: engel of the R package quantreg (Koenker & Bassett 1982); Exam of mlmRev is read where it is needed.
# Values computed with R 4.2.2, quantreg 5.94, splines 4.2.2.
suppressMessages({ library(quantreg); library(splines) })
folder <- 'packages/statistics/fixtures/'
json <- function(x) {
  if (is.list(x)) paste0('{', paste0('"', names(x), '":', sapply(x, json), collapse = ','), '}')
  else if (is.matrix(x)) paste0('[', paste(apply(x, 1, json), collapse = ',\n'), ']')
  else paste0('[', paste(ifelse(is.na(x), 'null', format(x, digits = 17, trim = TRUE, scientific = NA)), collapse = ','), ']')
}
write <- function(x, file) writeLines(json(x), paste0(folder, file))
data(engel)
taus <- c(.05, .25, .5, .75, .95)
fits <- sapply(taus, function(tau) coef(rq(foodexp ~ income, tau, engel)))
losses <- sapply(taus, function(tau) rq(foodexp ~ income, tau, engel)$rho)
logliks <- sapply(taus, function(tau) logLik(rq(foodexp ~ income, tau, engel)))
write(list(source = 1, income = engel$income, foodexp = engel$foodexp, taus = taus, intercept = fits[1, ],
  slope = fits[2, ], loss = losses, logLikelihood = logliks)[-1], 'engel.json')

x <- c(-3, -1.2, -1, -.5, 0, .1, .25, .4, .9, 1, 1.5, 2, 2.5)
bases <- suppressWarnings(list(
  x = x,
  cubic = unclass(bs(x, knots = c(-.2, .3, 1.1), Boundary.knots = c(-1, 2)))[, ],
  cubicIntercept = unclass(bs(x, knots = c(-.2, .3, 1.1), Boundary.knots = c(-1, 2), intercept = TRUE))[, ],
  quadratic = unclass(bs(x, knots = .25, degree = 2, Boundary.knots = c(-1, 2)))[, ],
  repeated = unclass(bs(x, knots = c(.4, .4), Boundary.knots = c(-1, 2)))[, ],
  plain = unclass(bs(x, Boundary.knots = c(-1, 2)))[, ]))
bases <- lapply(bases, function(b) if (is.matrix(b)) { dimnames(b) <- NULL; b } else b)
write(bases, 'b-splines.json')
