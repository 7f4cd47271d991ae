# Numbers that the tests hold the package against; R 4.2.2.
print(c(qt(0.9, 4), qt(0.975, 7)), digits = 7)
print(c(qt(0.975, 1), qt(0.9, 2), qt(0.975, 5), qt(0.9, 30)), digits = 16)

# Worked example of cohort survival: ratios of K to 1 and 1 to 2, mean and pooled.
pupils <- rbind(c(100, 90, 80), c(110, 95, 88), c(120, 99, 91))
ratios <- pupils[-1, -1] / pupils[-3, -3]
print(colMeans(ratios), digits = 7)
print(colSums(pupils[-1, -1]) / colSums(pupils[-3, -3]), digits = 7)
