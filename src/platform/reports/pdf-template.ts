/**
 * How a report is set on paper, in Typst. It never changes with a report: what a report says comes in as data
 * (`sys.inputs.report`), so that no text can become code. Texts are ragged right without hyphenation, as Typst knows
 * no Latvian hyphens.
 */
export const PDF_TEMPLATE = `
#let report = json(bytes(sys.inputs.report))
#let ink = rgb("#16211f")
#let soft = rgb("#4a5653")
#let rule = rgb("#c9cdc6")
#let accent = rgb("#0a5c52")

#set document(
  title: report.title,
  date: datetime(year: report.on.year, month: report.on.month, day: report.on.day),
)
#set text(
  font: "Atkinson Hyperlegible Next", size: 10.5pt, fill: ink, lang: report.language, hyphenate: false,
)
#set par(justify: false, leading: 0.62em, spacing: 0.95em)
#set page(
  paper: "a4",
  margin: (x: 2.2cm, top: 2.2cm, bottom: 2.4cm),
  footer: context {
    let said = report.page.replace("{page}", str(counter(page).get().first()))
      .replace("{pages}", str(counter(page).final().first()))
    set text(size: 8.5pt, fill: soft)
    grid(columns: (1fr, auto), column-gutter: 1em, report.title, said)
  },
)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 13.5pt)
#show heading.where(level: 3): set text(size: 11.5pt)
#show heading: set block(above: 1.5em, below: 0.8em, sticky: true)
#show figure: set block(breakable: true, above: 1.3em, below: 1.3em)
#show figure: set align(left)
#show figure.caption: set align(left)
#show link: set text(fill: accent)
#show link: underline

// Between two pieces a line may end; nothing is written there that would be read or found.
#let broken(pieces) = pieces.map(piece => text(piece)).join(h(0pt))
#let say(runs) = for run in runs {
  let said = broken(run.pieces)
  if said == none { continue }
  if "language" in run { said = text(lang: run.language, said) }
  if "strong" in run { said = strong(said) }
  if "to" in run { link(run.to, said) } else { said }
}
#let captioned(part) = {
  strong(part.number + " " + part.caption)
  if part.says != "" { linebreak(); part.says }
}
#let noted(part) = if part.note != none {
  block(above: -0.3em, below: 1.3em, text(size: 9pt, fill: soft, say(part.note)))
}

#let aside(part) = block(
  breakable: true, width: 100%, inset: (left: 0.9em, y: 0.35em), above: 1.1em, below: 1.1em,
  stroke: (left: (
    paint: if part.look == "warning" { rgb("#b9492f") } else if part.look == "plain" { rule } else { accent },
    thickness: if part.look == "plain" { 1.5pt } else { 3pt },
    dash: if part.look == "question" { "densely-dashed" } else { "solid" },
  )),
  {
    strong(part.label)
    for (place, content) in part.content.enumerate() {
      parbreak()
      say(content)
    }
    if part.after != none {
      parbreak()
      text(fill: soft, part.after.label + " ")
      say(part.after.content)
    }
  },
)

#let drawn-table(part) = {
  let many = part.shares.len()
  let aligned = (x, y) => if x < many and part.numbers.at(x) { right } else { left }
  let head = ()
  if part.groups != none {
    let place = 0
    let below = ()
    for group in part.groups {
      let under = part.headings.slice(place, place + group.span)
      place += group.span
      if group.heading.len() == 0 {
        head += under.map(heading => table.cell(rowspan: 2, align: bottom, broken(heading)))
      } else {
        head.push(table.cell(colspan: group.span, align: left, broken(group.heading)))
        below += under.map(broken)
      }
    }
    head += below
  } else { head += part.headings.map(broken) }
  let body = ()
  for row in part.rows {
    if row.isLead {
      let lead = table.cell(
        colspan: many, align: left, inset: (top: 0.9em, bottom: 0.5em, x: 0.45em), strong(say(row.cells.first())),
      )
      body.push(table.header(level: 2, repeat: false, lead))
    } else {
      for cell in row.cells {
        let said = say(cell)
        body.push(table.cell(breakable: row.mayBreak, if row.isTotal { strong(said) } else { said }))
      }
    }
  }
  set text(size: 9pt)
  set par(leading: 0.5em)
  table(
    columns: part.shares.map(share => share * 1fr),
    align: aligned,
    inset: (x: 0.45em, y: 0.5em),
    stroke: (x, y) => (bottom: 0.5pt + rule),
    table.header(..head, table.hline(stroke: 1pt + ink)),
    ..body,
  )
}

#let tabled(part) = {
  figure(
    kind: table, supplement: none, numbering: none,
    caption: figure.caption(position: top, captioned(part)),
    drawn-table(part),
  )
  noted(part)
}

#let part-of(part) = {
  if part.kind == "heading" { heading(level: part.level, part.title) }
  else if part.kind == "paragraph" { par(say(part.content)) }
  else if part.kind == "list" {
    let items = part.items.map(say)
    if part.isOrdered { enum(..items) } else { list(..items) }
  }
  else if part.kind == "chart" {
    figure(
      kind: image, supplement: none, numbering: none,
      caption: figure.caption(position: top, captioned(part)),
      image(bytes(part.svg), format: "svg", alt: part.alt, width: 12.5cm),
    )
    noted(part)
  }
  else if part.kind == "table" { tabled(part) }
  else { aside(part) }
}

#show title: set text(size: 24pt)
#show title: set block(below: 0.6em)
#title()
#block(below: 1.4em, text(size: 13pt, fill: soft, report.subtitle))
#block(text(fill: soft, report.asOf))
#for fact in report.facts {
  block(below: 0.5em, { strong(fact.label + ": "); say(fact.content) })
}
#if report.contents != none {
  v(1em)
  outline(title: report.contents, depth: 3)
  pagebreak(weak: true)
}
// A page turns where what stands on it does.
#let place = 0
#while place < report.parts.len() {
  let lying = report.parts.at(place).isLying
  let end = place
  while end < report.parts.len() and report.parts.at(end).isLying == lying { end += 1 }
  let stretch = for part in report.parts.slice(place, end) { part-of(part) }
  if lying { page(flipped: true, stretch) } else { stretch }
  place = end
}
`
