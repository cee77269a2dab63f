/** Requests to the administrator. */
export const requests = {
  'There is no such request.': 'Diese Anfrage gibt es nicht.',
  'The company has no billing account yet.': 'Die Firma hat noch kein Abrechnungskonto.',
  'That is somebody else’s to ask for.': 'Darum kann nur bitten, wen es angeht.',
  'Your permission group lacks "{missing}", which deciding this needs.':
    'Ihrer Berechtigungsgruppe fehlt „{missing}“; das ist nötig, um hierüber zu entscheiden.',
  'Only whoever asked can withdraw it; decline it instead.':
    'Zurückziehen kann nur, wer gefragt hat; lehnen Sie sie stattdessen ab.',
  '{employee} is not refused "{activity}" for the reason "{reason}" now.':
    '{employee} wird „{activity}“ jetzt nicht aus dem Grund „{reason}“ verweigert.',
  'An administrator of the company cannot mend this; the operator can.':
    'Das kann kein Administrator der Firma beheben, aber der Betreiber.',
  'There is no such remedy. There are: {named}.': 'Diese Abhilfe gibt es nicht. Es gibt: {named}.',
  'At most {most} requests a day; your administrator has the others.':
    'Höchstens {most} Anfragen am Tag; Ihr Administrator hat die anderen.',
  '{state, select, approving {It is being bought right now; wait for what becomes of it.} approved {This request was approved already.} declined {This request was declined already.} other {This request was withdrawn already.}}':
    '{state, select, approving {Es wird gerade gekauft; warten Sie ab, was daraus wird.} approved {Diese Anfrage wurde schon genehmigt.} declined {Diese Anfrage wurde schon abgelehnt.} other {Diese Anfrage wurde schon zurückgezogen.}}',
  '{state, select, approving {It is being bought by {name} right now; wait for what becomes of it.} approved {This request was approved by {name} already.} declined {This request was declined by {name} already.} other {This request was withdrawn by {name} already.}}':
    '{state, select, approving {{name} kauft es gerade; warten Sie ab, was daraus wird.} approved {{name} hat diese Anfrage schon genehmigt.} declined {{name} hat diese Anfrage schon abgelehnt.} other {{name} hat diese Anfrage schon zurückgezogen.}}',
  '{adminMessage} Once it is done, approve the request.':
    '{adminMessage} Genehmigen Sie die Anfrage, sobald es getan ist.',
  '{employee} was refused "{activity}" and asks for help ({reference}).':
    '{employee} wurde „{activity}“ verweigert und bittet um Hilfe ({reference}).',
  Reference: 'Zeichen',
  'Approve: {label}': 'Genehmigen: {label}',
  'An administrator': 'Ein Administrator',
  '{by} approved your request {reference}: "{activity}" works now.':
    '{by} hat Ihre Anfrage {reference} genehmigt: „{activity}“ geht jetzt.',
  '{by} declined your request {reference}: {answer}':
    '{by} hat Ihre Anfrage {reference} abgelehnt: {answer}',
  'no reason given': 'ohne Angabe von Gründen',
} as const;
