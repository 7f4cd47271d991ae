/**
 * Words of one line mean nearly the same to whoever looks for them: what people say, what documents say, what forms say.
 * They are compared by their stems and without diacritics. Write a line for what readers looked for and did not find.
 */
const LINES = `
skolotājs, pedagogs, teacher
mobings, vardarbība, pāridarīšana, pāri darīt, ņirgāšanās, bullying, violence
bērnudārzs, pirmsskola, pirmsskolas izglītības iestāde, pii, preschool, kindergarten, nursery
direktors, vadītājs, iestādes vadītājs, head teacher, principal, head of institution
eksāmens, pārbaudījums, centralizētais eksāmens, ce, valsts pārbaudes darbs, diagnosticējošais darbs, exam, examination
skolēns, izglītojamais, audzēknis, pupil, student, learner
vecāki, ģimene, likumiskais pārstāvis, parents, guardian, family
skola, izglītības iestāde, school, institution
ģimnāzija, vidusskola, secondary school, gymnasium
pamatskola, basic school, primary school
profesionālā skola, tehnikums, arodskola, profesionālās izglītības iestāde, vocational school, college
interešu izglītība, pulciņš, ārpusstundu nodarbības, hobby education, extracurricular
sporta skola, profesionālās ievirzes sporta izglītība, sports school
mūzikas skola, mākslas skola, profesionālās ievirzes izglītība, music school, art school
augstskola, universitāte, augstākā izglītība, university, higher education
pieaugušo izglītība, mūžizglītība, tālākizglītība, adult education, lifelong learning
iekļaujošā izglītība, speciālā izglītība, speciālās vajadzības, inclusive education, special needs
atbalsta personāls, psihologs, logopēds, sociālais pedagogs, support staff, psychologist
karjera, karjeras izglītība, profesijas izvēle, career, career guidance
rādītājs, indikators, indicator, measure
mērķis, prioritāte, konkurētspējas priekšrocība, goal, objective, priority
sasniedzamā vērtība, mērķvērtība, plānotā vērtība, target
rīcības plāns, pasākumu plāns, action plan
darbība, pasākums, uzdevums, action, activity, task
stratēģija, attīstības plāns, attīstības stratēģija, strategy, development plan
pretruna, nesakritība, kļūda, contradiction, inconsistency, error
konstatējums, atradums, finding
aptauja, anketa, anketēšana, survey, questionnaire
jautājums, aptaujas jautājums, question, item
labbūtība, labsajūta, labizjūta, wellbeing
drošība, emocionālā drošība, droša vide, safety
kavējumi, neapmeklēšana, stundu kavēšana, absence, truancy
priekšlaicīga mācību pārtraukšana, pamesta skola, pārtraukuši mācības, early leaving, dropout
latviešu valoda, valsts valoda, latvian language, state language
mazākumtautības, minoritātes, minority
matemātika, stem, steam, eksaktie priekšmeti, mathematics
digitālās prasmes, datorprasme, informātika, tehnoloģijas, digital skills, computing
atzīme, vērtējums, sekmes, mācību sasniegumi, grade, mark, achievement
lasītprasme, lasīšana, reading, literacy
kvalitāte, izglītības kvalitāte, quality
akreditācija, kvalitātes vērtēšana, accreditation, external evaluation
pašvērtējums, pašnovērtējums, self evaluation, self assessment
finansējums, nauda, budžets, izmaksas, funding, money, budget, cost
alga, atalgojums, darba samaksa, mērķdotācija, pay, salary, wage
vakance, pedagogu trūkums, skolotāju trūkums, vacancy, teacher shortage
profesionālā pilnveide, kursi, tālākizglītības kursi, kvalifikācijas celšana, professional development, training
mentors, mentorings, jaunais skolotājs, mentoring, new teacher
slodze, darba slodze, pārslodze, workload
klase, klases lielums, klašu piepildījums, class, class size
vieta bērnudārzā, vieta pirmsskolā, pirmsskolu mācību vieta, pirmsskolas izglītības pieejamība, rinda uz pirmsskolu, rinda uz bērnudārzu, preschool waiting list, place in preschool, access to preschool
tīkls, skolu tīkls, reorganizācija, apvienošana, slēgšana, school network, reorganisation, merger, closure
izglītības pārvalde, izglītības nodaļa, education department, education board
pašvaldība, dome, novads, municipality, council, local government
dibinātājs, founder
sadarbība, partnerība, tīklošanās, cooperation, collaboration, partnership
projekts, starptautisks projekts, erasmus, project, international project
uzņēmējs, darba devējs, uzņēmums, employer, business, company
nodarbinātība, bezdarbs, darba tirgus, employment, unemployment, labour market
veselība, fiziskā aktivitāte, sports, health, physical activity
ēdināšana, pusdienas, brīvpusdienas, school meals, lunch
transports, skolēnu pārvadāšana, autobuss, school transport, bus
apgalvojums, izteikums, claim, statement
datu kvalitāte, datu pārbaude, data quality, data check
avots, dokuments, atsauce, source, document
lejupielāde, atvērtie dati, csv, excel, download, open data
ticamības intervāls, kļūdas robeža, nenoteiktība, precizitāte, confidence interval, margin of error, uncertainty
mazi skaitļi, maza grupa, aizsegts, konfidenciāls, small numbers, covered, confidential
metode, metodika, kā aprēķina, aprēķins, method, methodology, calculation
mana skola, mana iestāde, kas attiecas uz manu skolu, my school, my institution
programma, rīcības programma, izglītības programma, programme, program
vides pieejamība, piekļūstamība, accessibility
risks, apdraudējums, risk, threat
saskaņotība, sasaiste, alignment, coherence
`

/** The groups of synonyms, as they are written above. */
export const SYNONYMS: readonly (readonly string[])[] = LINES.trim()
  .split('\n')
  .map((line) => line.split(',').map((phrase) => phrase.trim()))
