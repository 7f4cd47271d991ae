# Numbers that the tests hold the package against; R 4.2.2.
# Worked example of cohort survival: ratios of K to 1 and 1 to 2, mean and pooled.
pupils <- rbind(c(100, 90, 80), c(110, 95, 88), c(120, 99, 91))
ratios <- pupils[-1, -1] / pupils[-3, -3]
print(colMeans(ratios), digits = 7)
print(colSums(pupils[-1, -1]) / colSums(pupils[-3, -3]), digits = 7)
# A count that is not known gives no ratio.
gap <- replace(pupils, cbind(3, 3), NA)
print(colMeans(gap[-1, -1] / gap[-3, -3], na.rm = TRUE), digits = 7)
# Entries from births: rate, deviation in all, deviation shared by all coming years.
births <- c(100, 50)
entered <- c(90, 40)
rate <- mean(entered / births)
dispersion <- sum((entered - rate * births)^2 / births)
print(c(rate * 80, sqrt(dispersion * 80 * (1 + 80 / 150)), 80 * sqrt(dispersion / 150)), digits = 7)
# The 80 % interval of all pupils of 2024 when 125 enter, step by step.
before <- pupils[-3, -3]
after <- pupils[-1, -1]
mean_ratio <- colMeans(after / before)
errors <- (after - before * rep(mean_ratio, each = 2)) / sqrt(before)
# Each of the two ratios has one degree of freedom of its own and borrows the two that there are.
dispersion <- (colSums(errors^2) + 2 * sum(errors^2) / 2) / (1 + 2)
standard <- errors / rep(sqrt(dispersion), each = 2)
between <- sum(rowSums(standard)^2) / 2
of_year <- between / 1 / 2
within <- (sum(standard^2) - between) / (2 - 1)
year_share <- of_year / (of_year + within * (1 - 1 / 2))
now <- pupils[3, -3]
exposed <- colSums(before)
unsure <- now * sqrt(dispersion / exposed)
own <- sum(dispersion * now) + sum(unsure^2)
common <- sum(now * sqrt(dispersion * 2 / exposed))^2 + sum(unsure)^2
by_year <- year_share * common
alone <- (1 - year_share) * max(0, 2 * own - common)
own_weight <- (1 / 2)^2
degrees <- floor((by_year + alone)^2 / (by_year^2 / 1 + alone^2 * (own_weight / 3 + (1 - own_weight) / 2)))
print(125 + sum(now * mean_ratio) + c(-1, 1) * qt(0.9, degrees) * sqrt(by_year + alone), digits = 10)
