/**
 * Words of which the commonest passwords are made, in English, Latvian and Russian, without diacritics. A list of our
 * own: the rule looks for them with digits and signs around them, repeated, and with digits for letters.
 */
export const COMMON_PASSWORDS: readonly string[] = `
1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y abc123 abcd1234 admin administrator administratore administrators aleksandr
andrey aprilis asdasdasdasd asdf1234 asdfasdfasdf asdfghjkl augusts autumn baltija baltijas baseball batman
battery bernudarzs butterfly ceturtdiena changeme changemeplease charlie cheese chocolate cielava computer
cookie correct correcthorsebatterystaple datorika dators daugavpils decembris default dinamo dinamoriga
direktore direktors dmitry dome donald dragon esmilutevi esteviimilu facebook februaris flower football
freedom ginger google guest hello hello123 horse iloveyou iloveyouforever internet internets izaugsme
izaugsmeizaugsme izaugsmeparole izglitiba izglitibas izglitibasparvalde jani janvaris jaunaparole jaungads
jelgava jennifer jordan julijs junijs jurmala kakis klase labdien labdiena labrit lacis laimigs latvija
latvija123 latvijalatvija letmein letmeinplease lielsparoles liepaja liepajaliepaja lietotaja lietotajs ligo
login lubov maijs majas majaslapa mamma mammamia mana manaparole manaparole123 mans marts master michael
microsoft milestiba monkey mypassword natasha newpassword nopassword novembris oktobris otrdiena paldies parol
parole parole123 parole1234 paroleparole parolesatjaunosana parolparol passw0rd password password1 password123
password1234 passwordpassword pasvaldiba pavasaris pepper piektdiena pirmdiena porzingis princess privet
q1w2e3r4 q1w2e3r4t5y6 qazwsxedc qazwsxedcrfv qwe123qwe123 qweqweqweqwe qwerty qwerty123 qwerty123456
qwertyasdfgh qwertyqwerty qwertyuiop qwertyuiop123 rezekne riga riga123 rigariga rudens samsung saulespuke
saulesstars saulite secret secret123 septembris sergey sestdiena shadow skola skola123 skolaskola skolotaja
skolotajs slepenaparole spring staple starwars summer sunis sunshine superman sveiki svetdiena svetlana temp
temporary test test123 testing testtest tetis thisismypassword tresdiena trustno1 valmiera vasara vefriga
ventspils welcome welcome1 welcome123 whatever winter zakis zaq12wsx zdravstvuite ziema ziemassvetki zxcvbnm
zxcvbnmasdfg
`
  .trim()
  .split(/\s+/)
