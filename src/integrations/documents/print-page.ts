import type { DocumentView, LineView, PartyView } from '../../modules/invoicing/index.ts';

/**
 * A document as one HTML page: no script, no style from elsewhere, nothing that is not in the
 * view, which is escaped wherever it stands.
 */
export function printPage(view: DocumentView): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${view.title} ${view.number}`)}</title>
<style>${style(view)}</style>
</head>
<body>
<main>
<header><p class="logo" dir="auto">${escaped(view.logo)}</p><h1>${escaped(view.title)}</h1></header>
${view.isTest ? '<p class="test">Made by a test clock: not a document of the real world.</p>' : ''}
<div class="sides">
<div>${party('From', view.seller)}${party('To', view.buyer)}</div>
<dl>${view.facts.map(([label, value]) => fact(label, value)).join('')}</dl>
</div>
<table>
<thead><tr><th scope="col">Description</th><th scope="col">Calculation</th>
<th scope="col" class="amount">Amount</th></tr></thead>
<tbody>${view.lines.map(row).join('')}</tbody>
<tfoot>${[...view.sums, view.total].map(({ label, amount }) => sum(label, amount)).join('')}</tfoot>
</table>
${view.notes.map((note) => `<p dir="auto">${escaped(note)}</p>`).join('\n')}
${view.footer === undefined ? '' : `<footer dir="auto">${escaped(view.footer)}</footer>`}
</main>
</body>
</html>
`;
}

function party(title: string, { name, lines }: PartyView): string {
  const all = lines.map((line) => `<br><bdi>${escaped(line)}</bdi>`).join('');
  const strong = `<strong dir="auto">${escaped(name)}</strong>`;
  return `<section><h2>${title}</h2><p>${strong}${all}</p></section>`;
}

function fact(label: string, value: string): string {
  return `<div><dt>${escaped(label)}</dt><dd dir="auto">${escaped(value)}</dd></div>`;
}

function row({ description, period, calculation, amount }: LineView): string {
  const days = period === undefined ? '' : `<br><small>${escaped(period)}</small>`;
  return (
    `<tr><td><bdi>${escaped(description)}</bdi>${days}</td><td>${escaped(calculation)}</td>` +
    `<td class="amount">${escaped(amount)}</td></tr>`
  );
}

function sum(label: string, amount: string): string {
  return (
    `<tr><th scope="row" colspan="2">${escaped(label)}</th>` +
    `<td class="amount">${escaped(amount)}</td></tr>`
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

/** Dark ink on white whatever the device prefers: it is paper. The colour was checked on entry. */
function style({ colour, paper }: DocumentView): string {
  return `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #0f172a; font: 14px/1.45 system-ui, sans-serif; }
main { max-width: 48rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere; }
header { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem;
  border-bottom: 2px solid ${colour}; }
h1 { font-size: 1.5rem; font-weight: 400; margin: 0 0 .5rem; }
h2 { font-size: .75rem; font-weight: 400; color: #475569; margin: 0; }
p { margin: .5rem 0; }
.logo { font-size: 1.5rem; font-weight: 700; color: ${colour}; margin: 0 0 .5rem; }
.test, small { color: #475569; }
.sides { display: flex; flex-wrap: wrap; gap: 1rem 2rem; margin: 1.25rem 0; }
.sides > * { flex: 1 1 16rem; margin: 0; }
section p { margin: 0 0 .75rem; }
dl div { display: grid; grid-template-columns: 8rem 1fr; gap: .5rem; margin-bottom: .25rem; }
dt { color: #475569; } dd { margin: 0; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; } tfoot { display: table-row-group; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem .4rem 0; }
thead th { font-size: .8rem; color: #475569; border-bottom: 1px solid ${colour}; }
tbody td { border-bottom: 1px solid #e2e8f0; }
tr { break-inside: avoid; }
.amount { text-align: right; white-space: nowrap; padding-right: 0; }
tfoot th { text-align: right; font-weight: 400; }
tfoot tr:last-child > * { font-weight: 700; font-size: 1.1rem; border-top: 1px solid ${colour}; }
footer { margin-top: 2rem; color: #475569; font-size: .8rem; }
@page { size: ${paper === 'A4' ? 'A4' : 'letter'}; margin: 18mm; }
@media print { main { max-width: none; padding: 0; } }
`;
}
