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
