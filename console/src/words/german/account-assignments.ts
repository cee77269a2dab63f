/** Who holds which license: the grid, files of it, and rules by permission group. */
export const accountAssignments = {
  'Export CSV': 'CSV exportieren',
  'Import CSV': 'CSV importieren',
  'assignments-{day}.csv': 'zuweisungen-{day}.csv',
  'All permission groups': 'Alle Berechtigungsgruppen',
  'There are no employees yet.': 'Es gibt noch keine Mitarbeiter.',
  'Nobody matches.': 'Dazu passt niemand.',
  'Hidden employees are not listed.': 'Ausgeblendete Mitarbeiter sind nicht aufgeführt.',
  'Select {name}': '{name} auswählen',
  'paid for by another billing account': 'von einem anderen Abrechnungskonto bezahlt',
  '{license} for {name}': '{license} für {name}',
  'until {instant}': 'bis {instant}',
  '{assigned}, pool of {total}': '{assigned}, Pool von {total}',
  'Save {count, plural, one {# change} other {# changes}}':
    '{count, plural, one {# Änderung} other {# Änderungen}} speichern',

  'Selected employees': 'Ausgewählte Mitarbeiter',
  '{count} selected': '{count} ausgewählt',
  Give: 'Zuweisen',
  Take: 'Entziehen',
  'Select everybody who matches': 'Alle passenden auswählen',
  'Select nobody': 'Niemanden auswählen',

  'Change assignments': 'Zuweisungen ändern',
  'Make the change': 'Änderung ausführen',
  'Make {count, number} changes': '{count, number} Änderungen ausführen',
  'Give <b>{license}</b> to {name}': '<b>{license}</b> an {name} zuweisen',
  'Take <b>{license}</b> from {name}': '<b>{license}</b> entziehen: {name}',
  'Nothing is charged, and no total changes.':
    'Es wird nichts berechnet, und keine Lizenzanzahl ändert sich.',
  'Undo the last changes': 'Die letzten Änderungen rückgängig machen',
  'Undo the change': 'Änderung rückgängig machen',
  'Undo {count, number} changes': '{count, number} Änderungen rückgängig machen',
  'Who was given a license loses it, and who lost one gets it back as far as there is room.':
    'Wer eine Lizenz bekommen hat, verliert sie; wer eine verloren hat, bekommt sie zurück, soweit welche frei sind.',
  '{count, plural, one {# license} other {# licenses}} changed hands.':
    '{count, plural, one {# Zuweisung} other {# Zuweisungen}} geändert.',
  '{license} for {name} stays as it was': '{license} für {name} bleibt, wie es war',
  'And {count, plural, one {# more stays as it was} other {# more stay as they were}}.':
    'Und {count, plural, one {# weitere bleibt, wie sie war} other {# weitere bleiben, wie sie waren}}.',

  'Import assignments': 'Zuweisungen importieren',
  'A CSV file with a column <b>email</b> and a column for each of <b>{types}</b>, with yes or no. What is empty stays as it is. An exported file is just that. Nothing is changed before you have seen what would be.':
    'Eine CSV-Datei mit einer Spalte <b>email</b> und je einer Spalte für <b>{types}</b>, mit ja oder nein. Was leer ist, bleibt, wie es ist. Eine exportierte Datei ist genau so aufgebaut. Geändert wird erst, wenn Sie gesehen haben, was sich ändern würde.',
  'Not this file': 'Nicht diese Datei',
  Checked: 'Geprüft',
  'Choose a file': 'Datei auswählen',
  '{name} has {size}; a file of assignments has {most} at most. Is it another file?':
    '{name} hat {size}; eine Datei mit Zuweisungen hat höchstens {most}. Ist es die falsche Datei?',
  'Nothing to change': 'Nichts zu ändern',
  '<b>{give} to give</b>, <b>{take} to take</b>, {same} as they are.':
    '<b>{give} zuzuweisen</b>, <b>{take} zu entziehen</b>, {same} unverändert.',
  '<b>{give} to give</b>, <b>{take} to take</b>, {same} as they are, {refused} that cannot be followed.':
    '<b>{give} zuzuweisen</b>, <b>{take} zu entziehen</b>, {same} unverändert, {refused} nicht möglich.',
  'What would change': 'Was sich ändern würde',
  '+ {licenses} to {name}': '+ {licenses} an {name}',
  '− {licenses} from {name}': '− {licenses} von {name}',
  'What cannot be followed': 'Was nicht möglich ist',
  'Line {line}: {why}': 'Zeile {line}: {why}',
  '{license} for {name}: {why}': '{license} für {name}: {why}',
  '“{email}” is no e-mail address.': '„{email}“ ist keine E-Mail-Adresse.',
  '“{cell}” under {code} is neither yes nor no.': '„{cell}“ unter {code} ist weder ja noch nein.',
  'The first line must be: {columns}.': 'Die erste Zeile muss lauten: {columns}.',
  'There is no column “email”.': 'Es gibt keine Spalte „email“.',
  'There is no license type “{name}”.': 'Es gibt keinen Lizenztyp „{name}“.',
  'A column is there twice.': 'Eine Spalte kommt doppelt vor.',
  'There is no column of a license type.': 'Es gibt keine Spalte für einen Lizenztyp.',

  'Rules by permission group': 'Regeln nach Berechtigungsgruppe',
  'Whoever is newly made in a group is given its licenses, as far as there is room. For those who are there already, choose the group above, select everybody, and give.':
    'Wer neu in einer Gruppe angelegt wird, bekommt ihre Lizenzen, soweit welche frei sind. Für alle, die schon da sind: Wählen Sie oben die Gruppe und dann alle aus, und weisen Sie zu.',
  'nothing by itself': 'nichts automatisch',
  'Change what {group} is given': 'Ändern, was {group} bekommt',
  'Whoever is made a {group} is given': 'Wer neu in die Gruppe „{group}“ kommt, bekommt',
  'Give nothing by itself': 'Nichts automatisch zuweisen',
  'Set the rule': 'Regel festlegen',
  '{name} (comes along)': '{name} (gehört dazu)',
  'Nothing is charged: they come from what you pay for. What has no room is not given.':
    'Es wird nichts berechnet: Zugewiesen wird aus den Lizenzen, die Sie schon bezahlen, und nur, soweit welche frei sind.',
} as const;
