/** What a refusal means, where it has no sentence of its own. */
export const problems = {
  'Not signed in': 'Nicht angemeldet',
  'Send a valid API key, or sign in.':
    'Senden Sie einen gültigen API-Schlüssel, oder melden Sie sich an.',
  'Not allowed': 'Nicht erlaubt',
  'This key or person may not do that.': 'Dieser Schlüssel oder diese Person darf das nicht.',
  'Single sign-on required': 'Single sign-on verlangt',
  'Your company signs in through its own identity provider. Choose single sign-on.':
    'Ihre Firma meldet sich über ihren eigenen Identitätsanbieter an. Wählen Sie Single Sign-on.',
  'Two-factor sign-in required': 'Zwei-Faktor-Anmeldung verlangt',
  'Your company asks for two-factor sign-in. Set it up on the Security page first.':
    'Ihre Firma verlangt die Zwei-Faktor-Anmeldung. Richten Sie sie zuerst auf der Seite Sicherheit ein.',
  'Only looking': 'Nur zum Ansehen',
  'You look at the pages of somebody else and can change nothing. Stop looking first.':
    'Sie sehen die Seiten von jemand anderem und können nichts ändern. Beenden Sie zuerst die Ansicht.',
  'Not found': 'Nicht gefunden',
  'There is no such thing.': 'Das gibt es nicht.',
  'A name is needed': 'Ein Name ist nötig',
  'Type your first and last name and accept the terms to authorize this change.':
    'Geben Sie Ihren Vor- und Nachnamen ein und nehmen Sie die Bedingungen an, um diese Änderung freizugeben.',
  'Invalid value': 'Ungültiger Wert',
  'A value is not what it must be.': 'Ein Wert ist nicht, wie er sein muss.',
  'Invalid JSON': 'Ungültiges JSON',
  'The body is not valid JSON.': 'Der Inhalt ist kein gültiges JSON.',
  'Too large': 'Zu groß',
  'The body is larger than 1 MiB.': 'Der Inhalt ist größer als 1 MiB.',
  'Unsupported media type': 'Inhaltstyp nicht unterstützt',
  'Send application/json.': 'Senden Sie application/json.',
  'Method not allowed': 'Methode nicht erlaubt',
  'This address takes other methods.': 'Diese Adresse nimmt andere Methoden an.',
  'Idempotency key reused': 'Idempotency-Key schon verwendet',
  'This Idempotency-Key was used for another request. Take a new key for a new request.':
    'Dieser Idempotency-Key wurde für eine andere Anforderung verwendet. Nehmen Sie für jede neue einen neuen.',
  'Not signed': 'Nicht signiert',
  'The signature does not hold, or is too old: nothing was done.':
    'Die Signatur stimmt nicht oder ist zu alt: Es wurde nichts getan.',
  'Clock backwards': 'Uhr zurückgestellt',
  'A test clock never goes back.': 'Eine Testuhr geht nie zurück.',
  'Already exists': 'Schon vorhanden',
  'There is such a thing already.': 'Das gibt es schon.',
  'Not editable': 'Nicht änderbar',
  'This is shipped as it is and cannot be changed.':
    'Das ist mitgeliefert, wie es ist, und kann nicht geändert werden.',
  'Group in use': 'Gruppe wird benutzt',
  'Employees are in this permission group.': 'In dieser Berechtigungsgruppe sind noch Mitarbeiter.',
  'Single sign-on not tried': 'Single Sign-on nicht erprobt',
  'Prove the domain and sign in through single sign-on yourself before you ask it of everybody.':
    'Weisen Sie die Domain nach und melden Sie sich selbst über Single Sign-on an, bevor Sie es von allen verlangen.',
  'Domain not proved': 'Domain nicht nachgewiesen',
  'The domain has no TXT record that says it is yours yet.':
    'Die Domain hat noch keinen TXT-Eintrag, der sie als Ihre ausweist.',
  'Last operator admin': 'Letzter Administrator des Betreibers',
  'Nobody else is an operator admin. Make somebody one first.':
    'Niemand sonst ist Administrator des Betreibers. Machen Sie zuerst jemanden dazu.',
  'Nothing to change': 'Nichts zu ändern',
  'That is how it stands already, so there is nothing to order.':
    'So ist es schon; es gibt nichts zu bestellen.',
  'Already charged': 'Schon berechnet',
  'Something was already charged by this entry for a later day; nothing charged is repriced.':
    'Nach diesem Eintrag wurde schon für einen späteren Tag berechnet; Berechnetes bekommt keinen neuen Preis.',
  'Requirement cycle': 'Voraussetzungen im Kreis',
  'License types would require one another.': 'Lizenztypen würden einander voraussetzen.',
  'Unknown code': 'Unbekanntes Kürzel',
  'The catalog has no entry with this code.': 'Der Katalog hat keinen Eintrag mit diesem Kürzel.',
  'Account closed': 'Konto geschlossen',
  'Account suspended': 'Konto gesperrt',
  'This billing account is suspended until its open invoice is paid.':
    'Dieses Abrechnungskonto ist gesperrt, bis seine offene Rechnung bezahlt ist.',
  'Account not empty': 'Konto nicht leer',
  'A billing account can be closed once its totals are 0 and no contract runs.':
    'Ein Abrechnungskonto kann geschlossen werden, sobald seine Lizenzanzahlen 0 sind und kein Vertrag läuft.',
  'Clock differs': 'Andere Uhr',
  "All billing accounts of a company share one test clock, or none; this one's differs.":
    'Alle Abrechnungskonten einer Firma haben dieselbe Testuhr oder keine; die dieses Kontos ist eine andere.',
  'Contracts overlap': 'Verträge überschneiden sich',
  'Another contract of this billing account runs within that term.':
    'In dieser Laufzeit läuft ein anderer Vertrag dieses Abrechnungskontos.',
  'Contract signed': 'Vertrag unterzeichnet',
  'This contract was signed, and a signed contract never changes; the operator can end it.':
    'Dieser Vertrag ist unterzeichnet und ändert sich nicht mehr; der Betreiber kann ihn beenden.',
  'Contract not signed': 'Vertrag nicht unterzeichnet',
  'This contract is a draft that binds nobody; it can be changed, signed or discarded.':
    'Dieser Vertrag ist ein Entwurf und bindet niemanden; er kann geändert, unterzeichnet oder verworfen werden.',
  'Contract over': 'Vertrag beendet',
  'This contract has lapsed or ended; the operator can prepare another one.':
    'Dieser Vertrag ist ausgelaufen oder beendet; der Betreiber kann einen neuen vorbereiten.',
  'Below the contract floor': 'Unter der Mindestmenge des Vertrags',
  'The total cannot be lower than the contract says while the contract runs.':
    'Solange der Vertrag läuft, kann die Anzahl nicht unter seiner Mindestmenge liegen.',
  'No price': 'Kein Preis',
  "The catalog has no price in the account's currency.":
    'Der Katalog hat keinen Preis in der Währung des Kontos.',
  'No rate': 'Kein Tarif',
  'No rate covers this destination.': 'Kein Tarif gilt für dieses Ziel.',
  'Assigned exceeds total': 'Mehr zugewiesen als vorhanden',
  'More employees hold this license than the new total allows.':
    'Mehr Mitarbeiter haben diese Lizenz, als die neue Anzahl erlaubt.',
  'A lower total is pending': 'Eine Senkung ist vorgemerkt',
  'All licenses that remain after the pending decrease are assigned.':
    'Alle Lizenzen, die nach der vorgemerkten Senkung bleiben, sind zugewiesen.',
  'No license available': 'Keine Lizenz frei',
  'All licenses of this type are assigned.': 'Alle Lizenzen dieses Typs sind zugewiesen.',
  'Required license missing': 'Vorausgesetzte Lizenz fehlt',
  'The employee needs other licenses first.': 'Der Mitarbeiter braucht zuerst andere Lizenzen.',
  'Required by another license': 'Von einer anderen Lizenz vorausgesetzt',
  'Other licenses of the employee need this one.':
    'Andere Lizenzen des Mitarbeiters setzen diese voraus.',
  'Other billing account': 'Anderes Abrechnungskonto',
  "All of an employee's licenses come from one billing account.":
    'Alle Lizenzen eines Mitarbeiters kommen aus einem Abrechnungskonto.',
  'Employee hidden': 'Mitarbeiter ausgeblendet',
  'The employee is hidden; show them first.':
    'Der Mitarbeiter ist ausgeblendet; blenden Sie ihn zuerst wieder ein.',
  'No valid funding source': 'Kein gültiges Zahlungsmittel',
  'Add a card or bank account first.': 'Fügen Sie zuerst eine Karte oder ein Bankkonto hinzu.',
  'Last funding source': 'Letztes Zahlungsmittel',
  'The last valid funding source cannot be removed; add another first.':
    'Das letzte gültige Zahlungsmittel kann nicht entfernt werden; fügen Sie zuerst ein anderes hinzu.',
  'Payment declined': 'Zahlung abgelehnt',
  'The payment was declined. Nothing was changed and nothing was charged.':
    'Die Zahlung wurde abgelehnt. Nichts wurde geändert und nichts abgebucht.',
  'Payment not confirmed': 'Zahlung nicht bestätigt',
  'The payment provider has not answered yet. Repeat the same order: it is never charged twice.':
    'Der Zahlungsanbieter hat noch nicht geantwortet. Wiederholen Sie dieselbe Bestellung: Sie wird nie zweimal abgebucht.',
  'Quote outdated': 'Angebot überholt',
  'A figure in the quote has changed since.': 'Eine Zahl im Angebot hat sich seither geändert.',
  'Quote expired': 'Angebot abgelaufen',
  'The quote has ended; ask for a new one.':
    'Das Angebot ist abgelaufen; fordern Sie ein neues an.',
  'Quote used': 'Angebot verbraucht',
  'This quote has bought already.': 'Mit diesem Angebot wurde schon gekauft.',
  'Terms not accepted': 'Bedingungen nicht angenommen',
  'The order must accept the present version of the terms.':
    'Die Bestellung muss die jetzige Fassung der Bedingungen annehmen.',
  'More than there is': 'Mehr als vorhanden',
  'The amount is larger than what can be given back.':
    'Der Betrag ist größer als das, was zurückgegeben werden kann.',
  'Invoice not open': 'Rechnung nicht offen',
  'The invoice is not waiting for a payment.': 'Die Rechnung wartet auf keine Zahlung.',
  'Minutes not given yet': 'Minuten noch nicht gegeben',
  'The invoice’s dialer minutes wait for its payment. Take them off with a credit note first.':
    'Die Minuten der Rechnung warten auf ihre Zahlung. Nehmen Sie sie erst durch eine Gutschrift heraus.',
  'No electronic invoice': 'Keine elektronische Rechnung',
  'This document cannot be said in the terms of EN 16931.':
    'Dieses Dokument lässt sich nach EN 16931 nicht ausdrücken.',
  'Not deleted': 'Nicht gelöscht',
  'Only a deleted object can be restored.':
    'Nur ein gelöschtes Objekt kann wiederhergestellt werden.',
  'No mail server': 'Kein Mailserver',
  'No mail server is set; the operator sets TOLLKEEPER_SMTP_URL and starts again.':
    'Kein Mailserver ist eingestellt; der Betreiber setzt TOLLKEEPER_SMTP_URL und startet neu.',
  'Answered already': 'Schon beantwortet',
  'This request was answered already.': 'Diese Anfrage wurde schon beantwortet.',
  'The figures have changed': 'Die Zahlen haben sich geändert',
  'It costs other than was shown; look at the new figures and approve those.':
    'Es kostet anderes, als gezeigt wurde; sehen Sie die neuen Zahlen an und geben Sie diese frei.',
  'To be done by hand': 'Von Hand zu erledigen',
  'One click cannot do this right; do it, and then approve the request.':
    'Ein Klick kann das nicht richtig tun; erledigen Sie es und genehmigen Sie dann die Anfrage.',
  'Too many requests': 'Zu viele Anforderungen',
  'Too many requests; wait a little.': 'Zu viele Anforderungen; warten Sie ein wenig.',
  Unavailable: 'Nicht verfügbar',
  'The service is busy or stopping; try again.':
    'Der Dienst ist ausgelastet oder hält gerade an; versuchen Sie es noch einmal.',
  'Something went wrong': 'Etwas ging schief',
  'Something went wrong on our side. Nothing was changed.':
    'Bei uns ging etwas schief. Nichts wurde geändert.',
} as const;
