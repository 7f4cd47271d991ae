# Makes fixtures/api.json (data) and fixtures/surveys.json (estimates).
# Run: Rscript packages/statistics/reference/surveys.R from the root of the repository.
# Data: api of the R package survey, Academic Performance Index of Californian schools, 2000.
# Values computed with R 4.2.2, survey 4.1.
suppressMessages(library(survey))
data(api)
folder <- 'packages/statistics/fixtures/'
json <- function(x) {
  if (is.list(x)) paste0('{', paste0('"', names(x), '":', sapply(x, json), collapse = ',\n'), '}')
  else if (is.character(x) || is.factor(x)) paste0('[', paste0('"', x, '"', collapse = ','), ']')
  else paste0('[', paste(format(unname(x), digits = 15, trim = TRUE), collapse = ','), ']')
}
write <- function(x, file) writeLines(json(x), paste0(folder, file))
columns <- c('stype', 'sch.wide', 'api00', 'api99', 'enroll')
pick <- function(data, more) { out <- as.list(data[c(columns, more)]); names(out) <- sub('[.]', '', names(out)); out }
complete <- apiclus2[!is.na(apiclus2$enroll), ]
write(list(srs = pick(apisrs, c()), strat = pick(apistrat, c('pw', 'fpc')), clus1 = pick(apiclus1, c('dnum', 'pw', 'fpc')),
  clus2 = as.list(apiclus2[c('api00', 'dnum', 'snum', 'fpc1', 'fpc2')])), 'api.json')

srs <- svydesign(id = ~1, fpc = ~fpc, data = apisrs)
strat <- svydesign(id = ~1, strata = ~stype, weights = ~pw, fpc = ~fpc, data = apistrat)
clus1 <- svydesign(id = ~dnum, weights = ~pw, fpc = ~fpc, data = apiclus1)
clus2 <- svydesign(id = ~dnum + snum, fpc = ~fpc1 + fpc2, data = apiclus2)
clus1n <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1)
e <- function(m, d) c(coef(m), SE(m), if (is.null(attr(m, 'deff'))) NA else deff(m), degf(d), confint(m, df = degf(d)))
plain <- function(m, d) c(coef(m), SE(m), degf(d), confint(m, df = degf(d)))
types <- data.frame(stype = c('E', 'H', 'M'), Freq = c(4421, 755, 1018))
wide <- data.frame(sch.wide = c('No', 'Yes'), Freq = c(1072, 5122))
post <- postStratify(clus1, ~stype, types)
greg <- calibrate(clus1, ~stype + api99, c(6194, 755, 1018, 3914069))
gregStrat <- calibrate(strat, ~stype + sch.wide, c(6194, 755, 1018, 5122))
raked <- rake(clus1, list(~stype, ~sch.wide), list(types, wide), control = list(maxit = 500, epsilon = 1e-12))
# R's rake leaves unequal first weights out of the variance; calibrate to the same margins does not.
rakedStrat <- calibrate(strat, ~stype + sch.wide, c(6194, 755, 1018, 5122), calfun = 'raking', epsilon = 1e-13, maxit = 200)
trimmed <- trimWeights(greg, upper = 45, lower = 20)
strict <- trimWeights(greg, upper = 45, lower = 20, strict = TRUE)
chisq <- function(d) { s <- svychisq(~sch.wide + stype, d); c(s$statistic, s$parameter, s$p.value) }
secondOrder <- function(d) { s <- svychisq(~sch.wide + stype, d, statistic = 'Chisq'); c(s$statistic, s$parameter, s$p.value) }
by <- svyby(~api00, ~stype, strat, svymean)
byWide <- svyby(~api00, ~sch.wide, clus1, svymean)
ratio <- function(above, below, d) { r <- svyratio(above, below, d, deff = TRUE); c(coef(r), SE(r), deff(r)) }
part <- function(f, d) e(svymean(f, d, deff = TRUE), d)
write(list(
  srsApi00 = e(svymean(~api00, srs, deff = TRUE), srs), srsGrowth = e(svymean(~I(api00 - api99), srs, deff = TRUE), srs),
  stratMean = e(svymean(~api00, strat, deff = TRUE), strat), stratTotal = e(svytotal(~enroll, strat, deff = TRUE), strat),
  stratRatio = ratio(~api00, ~api99, strat),
  stratHigh = part(~api00, subset(strat, stype == 'H')), stratNo = part(~api00, subset(strat, sch.wide == 'No')),
  clus1High = part(~api00, subset(clus1, stype == 'H')),
  stratBy = c(coef(by), SE(by)), clus1By = c(coef(byWide), SE(byWide)),
  clus1Mean = e(svymean(~api00, clus1, deff = TRUE), clus1), clus1Total = e(svytotal(~enroll, clus1, deff = TRUE), clus1),
  clus1Ratio = ratio(~api00, ~enroll, clus1),
  clus1Endless = plain(svymean(~api00, clus1n), clus1n),
  clus2Mean = plain(svymean(~api00, clus2), clus2), clus2Total = plain(svytotal(~api00, clus2), clus2),
  postMean = plain(svymean(~api00, post), post), postTotal = plain(svytotal(~enroll, post), post),
  gregMean = plain(svymean(~api00, greg), greg), gregTotal = plain(svytotal(~enroll, greg), greg),
  gregWeights = weights(greg), gregStratMean = plain(svymean(~api00, gregStrat), gregStrat),
  rakedMean = plain(svymean(~api00, raked), raked), rakedTotal = plain(svytotal(~enroll, raked), raked),
  rakedWeights = sort(unique(round(weights(raked), 9))), rakedStratMean = plain(svymean(~api00, rakedStrat), rakedStrat),
  trimmed = weights(trimmed), strict = weights(strict),
  raoScottStrat = chisq(strat), raoScottClus1 = chisq(clus1), chisqStrat = secondOrder(strat), chisqClus1 = secondOrder(clus1)),
  'surveys.json')

w <- c(34.83, 1.37, 5.62, 9.98, 5.11, 5.53, 5.12)
cat('strictly trimmed', weights(trimWeights(svydesign(id = ~1, weights = w, data = data.frame(w)), upper = 12.74, lower = 6.95, strict = TRUE)), '\n')
