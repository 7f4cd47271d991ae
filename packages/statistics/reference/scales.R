# Makes fixtures/attitude.json (data) and fixtures/scales.json (estimates).
# Run: Rscript packages/statistics/reference/scales.R from the root of the repository.
# Data: attitude of base R, 30 departments rated on 7 items (Chatterjee & Price 1977).
# Values computed with R 4.2.2, psych 2.2.
suppressMessages(library(psych))
folder <- 'packages/statistics/fixtures/'
json <- function(x) {
  if (is.list(x)) paste0('{', paste0('"', names(x), '":', sapply(x, json), collapse = ',\n'), '}')
  else if (is.matrix(x)) paste0('[', paste(apply(unname(x), 1, json), collapse = ',\n'), ']')
  else paste0('[', paste(formatC(unname(x), digits = 15, format = 'g', width = 1), collapse = ','), ']')
}
a <- suppressWarnings(alpha(attitude))
ci <- alpha.ci(a$total$raw_alpha, n.obs = 30, n.var = 7)
covariance <- cov(attitude)
f <- factanal(attitude, 1, control = list(opt = list(factr = 1, pgtol = 0, maxit = 1000)))
sds <- sqrt(diag(covariance)); lambda <- f$loadings[, 1] * sds; psi <- f$uniquenesses * sds^2
writeLines(json(list(answers = as.matrix(attitude))), paste0(folder, 'attitude.json'))
writeLines(json(list(alpha = a$total$raw_alpha, interval = c(ci$lower.ci, ci$upper.ci), rest = a$item.stats$r.drop, without = a$alpha.drop$raw_alpha,
  means = a$item.stats$mean, sds = a$item.stats$sd, loadings = lambda, uniquenesses = psi, omega = sum(lambda)^2 / (sum(lambda)^2 + sum(psi)),
  discrepancy = f$criteria[['objective']])), paste0(folder, 'scales.json'))

# An answer in which an item is the factor itself, and the best of such answers that many starts find.
digits <- '3365454 2644333 3224443 4231434 2024424 3335434 5523203 2434333 2321335 3443353 4234214 4344333 3313333 2114323 3333444'
d <- t(sapply(strsplit(strsplit(digits, ' ')[[1]], ''), as.numeric)); covariance <- cov(d); set.seed(1)
starts <- c(list(NULL), lapply(1:50, function(i) runif(7, .05, .95)))
fits <- lapply(starts, function(s) tryCatch(factanal(covmat = covariance, n.obs = 15, factors = 1, start = s, control = list(opt = list(factr = 10, pgtol = 0, maxit = 2000))), error = function(e) NULL))
fits <- Filter(Negate(is.null), fits); best <- fits[[which.min(sapply(fits, function(f) f$criteria[['objective']]))]]
l <- best$loadings[, 1] * sqrt(diag(covariance)); u <- best$uniquenesses * diag(covariance)
cat('least discrepancy', format(best$criteria[['objective']], digits = 10), 'omega', format(sum(l)^2 / (sum(l)^2 + sum(u)), digits = 8), '\n')
