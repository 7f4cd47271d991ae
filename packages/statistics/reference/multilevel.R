# Makes fixtures/exam.json (data) and fixtures/multilevel.json (estimates).
# Run: Rscript packages/statistics/reference/multilevel.R from the root of the repository.
# Data: Exam of the R package mlmRev, 4059 pupils of 65 schools in inner London (Goldstein et al. 1993).
# Values computed with R 4.2.2, lme4 1.1.
suppressMessages({ library(lme4); library(mlmRev) })
data(Exam)
folder <- 'packages/statistics/fixtures/'
json <- function(x) {
  if (is.list(x)) paste0('{', paste0('"', names(x), '":', sapply(x, json), collapse = ',\n'), '}')
  else paste0('[', paste(formatC(unname(x), digits = 15, format = 'g', width = 1), collapse = ','), ']')
}
writeLines(json(list(school = as.integer(as.character(Exam$school)), prior = round(Exam$standLRT, 10), score = round(Exam$normexam, 10))), paste0(folder, 'exam.json'))
tight <- lmerControl(optimizer = 'bobyqa', optCtrl = list(rhoend = 1e-10), check.conv.grad = 'ignore')
fit <- function(formula, REML) {
  m <- lmer(formula, Exam, REML = REML, control = tight)
  r <- ranef(m, condVar = TRUE)$school
  v <- attr(r, 'postVar')
  list(fixed = fixef(m), fixedSE = sqrt(diag(as.matrix(vcov(m)))), covariance = c(as.matrix(VarCorr(m)$school)), residual = sigma(m)^2,
    deviance = -2 * c(logLik(m)), effects = r[, 1], comparativeSE = sqrt(v[1, 1, ]), schools = as.integer(rownames(r)))
}
writeLines(json(list(null = fit(normexam ~ 1 + (1 | school), FALSE), intercept = fit(normexam ~ standLRT + (1 | school), FALSE),
  interceptReml = fit(normexam ~ standLRT + (1 | school), TRUE), slope = fit(normexam ~ standLRT + (standLRT | school), FALSE),
  slopeReml = fit(normexam ~ standLRT + (standLRT | school), TRUE))), paste0(folder, 'multilevel.json'))
