# Prints the values that the tests of expectedTrueScores quote.
# Run: Rscript packages/statistics/reference/measurement-error.R
# Data: Exam of the R package mlmRev. Values computed with R 4.2.2, lme4 1.1.
suppressMessages({ library(lme4); library(mlmRev) })
data(Exam)
tight <- lmerControl(optimizer = 'bobyqa', optCtrl = list(rhoend = 1e-10), check.conv.grad = 'ignore')
Exam$girl <- as.numeric(Exam$sex == 'F')
for (f in c(standLRT ~ 1 + (1 | school), standLRT ~ girl + (1 | school))) {
  m <- lmer(f, Exam, control = tight)
  m1 <- fitted(m)
  share <- 1 - 0.2 * var(Exam$standLRT) / sigma(m)^2
  Exam$true <- m1 + share * (Exam$standLRT - m1)
  g <- if ('girl' %in% all.vars(f)) lmer(normexam ~ true + girl + (1 | school), Exam, control = tight) else lmer(normexam ~ true + (1 | school), Exam, control = tight)
  cat('first', format(Exam$true[1:3], digits = 10), 'coefficients', format(fixef(g), digits = 9), 'errors', format(sqrt(diag(as.matrix(vcov(g)))), digits = 8), 'between', format(VarCorr(g)$school[1], digits = 8), 'within', format(sigma(g)^2, digits = 8), '\n')
}
