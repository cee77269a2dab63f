/** Companies, employees, permission groups and keys. */
export const companies = {
  'There is no such company.': 'Diese Firma gibt es nicht.',
  'Another company has the external id "{externalId}" already.':
    'Eine andere Firma hat schon die externe Kennung „{externalId}“.',
  'There is no such employee.': 'Diesen Mitarbeiter gibt es nicht.',
  'There is no such employee of this company.': 'Diese Firma hat keinen solchen Mitarbeiter.',
  '{name} has this e-mail address already.': '{name} hat schon diese E-Mail-Adresse.',
  '{name} has this e-mail address already. The employee is hidden and can be shown again.':
    '{name} hat schon diese E-Mail-Adresse, ist ausgeblendet und kann wieder eingeblendet werden.',
  'There is no permission group "{name}". There are: {names}.':
    'Es gibt keine Berechtigungsgruppe „{name}“. Es gibt: {names}.',
  'There is no such permission group.': 'Diese Berechtigungsgruppe gibt es nicht.',
  '{group} is a shipped group and stays as it is; make one of your own instead.':
    '{group} ist eine mitgelieferte Gruppe und bleibt, wie sie ist; legen Sie eine eigene an.',
  'There is a permission group "{name}" already.':
    'Es gibt schon eine Berechtigungsgruppe „{name}“.',
  '{members, plural, one {# employee is} other {# employees are}} in "{group}"; give them another group first.':
    '{members, plural, one {# Mitarbeiter ist} other {# Mitarbeiter sind}} in „{group}“; geben Sie ihnen zuerst eine andere Gruppe.',
  'There is no such API key.': 'Diesen API-Schlüssel gibt es nicht.',
} as const;
