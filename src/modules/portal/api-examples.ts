/** A way to use the data, written out so that it runs as it stands. */
export type ApiExample = { tool: 'curl' | 'python' | 'r' | 'excel' | 'sheets'; code: string }

/**
 * The same table read by every tool that people use.
 *
 * @param origin where the site is found, such as `https://izaugsme.example.lv`
 * @param strategy public id of a strategy
 */
export function apiExamples(origin: string, strategy: string): ApiExample[] {
  const figures = `${origin}/api/v1/strategies/${strategy}/figures`
  return [
    { tool: 'curl', code: `curl --fail --silent '${figures}.csv?indicator=5'` },
    {
      tool: 'python',
      code: [
        'import csv, io, urllib.request',
        '',
        `address = "${figures}.csv"`,
        'text = urllib.request.urlopen(address).read().decode("utf-8")',
        'for row in csv.DictReader(io.StringIO(text)):',
        '    if row["role"] == "result":',
        '        print(row["indicator"], row["period"], row["number"] or row["missing"], row["verdict"])',
      ].join('\n'),
    },
    {
      tool: 'r',
      code: [
        `figures <- read.csv("${figures}.csv", na.strings = "", encoding = "UTF-8")`,
        'subset(figures, role == "result", c(indicator, period, number, verdict))',
      ].join('\n'),
    },
    { tool: 'excel', code: `${figures}.xlsx` },
    { tool: 'sheets', code: `=IMPORTDATA("${figures}.excel.csv"; ";"; "lv_LV")` },
  ]
}
