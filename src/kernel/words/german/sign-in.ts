/** What is said to those who sign in, and to those who may not do something. */
export const signIn = {
  'Only the operator’s admins and support see what an employee sees.':
    'Nur Administratoren und Support des Betreibers sehen, was ein Mitarbeiter sieht.',
  'You see what you see yourself.': 'Sie sehen, was Sie ohnehin sehen.',
  'This sign-in link was used already or has ended. Ask for a new one.':
    'Dieser Anmeldelink wurde schon benutzt oder ist abgelaufen. Fordern Sie einen neuen an.',
  'This passkey was not taken. Try again, or sign in another way.':
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
  'You have no such passkey.': 'Sie haben keinen solchen Passkey.',
  'The e-mail address or the password is not right.':
    'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
  'Another of the operator’s people signs in with this address.':
    'Mit dieser Adresse meldet sich schon jemand anders beim Betreiber an.',
  'The present password is not right.': 'Das jetzige Passwort stimmt nicht.',
  'This request came from another site.': 'Diese Anforderung kam von einer anderen Website.',
  'The first step was too long ago. Sign in once more.':
    'Der erste Schritt ist zu lange her. Melden Sie sich noch einmal an.',
  'No company signs in with addresses at {domain} through single sign-on.':
    'Keine Firma meldet sich mit Adressen bei {domain} über Single Sign-on an.',
  'Your company’s identity provider does not answer. Try again later.':
    'Der Identitätsanbieter Ihrer Firma antwortet nicht. Versuchen Sie es später noch einmal.',
  'The company has no single sign-on yet.': 'Die Firma hat noch kein Single Sign-on.',
  'Set up two-factor sign-in for yourself before you ask it of everybody.':
    'Richten Sie die Zwei-Faktor-Anmeldung für sich selbst ein, bevor Sie sie von allen verlangen.',
  'The issuer must be an https address, as its discovery document names it.':
    'Der Aussteller (issuer) muss eine https-Adresse sein, wie sein Discovery-Dokument sie nennt.',
  'The client secret is needed the first time.': 'Beim ersten Mal ist das Client-Secret nötig.',
  'Another company has proved that {domain} is its own.':
    'Eine andere Firma hat nachgewiesen, dass {domain} ihr gehört.',
  'There is no TXT record {name} with the text "{wanted}" yet.':
    'Es gibt noch keinen TXT-Eintrag {name} mit dem Text „{wanted}“.',
  'The operator has no such person.': 'Der Betreiber hat keine solche Person.',
  '{name} signs in with this address already.': '{name} meldet sich schon mit dieser Adresse an.',
  'Too many tries. Wait {minutes, plural, one {# minute} other {# minutes}}, or sign in another way.':
    'Zu viele Versuche. Warten Sie {minutes, plural, one {# Minute} other {# Minuten}}, oder melden Sie sich anders an.',
  'The code is not right, or was used already. Wait for the next one in your app.':
    'Der Code stimmt nicht oder wurde schon benutzt. Warten Sie auf den nächsten in Ihrer App.',
  'Two-factor sign-in is on already. Turn it off first to set up another app.':
    'Die Zwei-Faktor-Anmeldung ist schon eingeschaltet. Schalten Sie sie aus, um eine andere App einzurichten.',
  'There is no two-factor sign-in to confirm. Set it up first.':
    'Es gibt keine Zwei-Faktor-Anmeldung zu bestätigen. Richten Sie sie zuerst ein.',
  'There is no such API key, or no more.': 'Diesen API-Schlüssel gibt es nicht oder nicht mehr.',
  'Send "Authorization: Bearer {key}".': 'Senden Sie „Authorization: Bearer {key}“.',
  'Only a person who is signed in does that.': 'Das tut nur eine Person, die angemeldet ist.',
  'Only the operator may do that.': 'Das darf nur der Betreiber.',
  'This API key needs the scope "{scope}".': 'Dieser API-Schlüssel braucht den Scope „{scope}“.',
  'Your permission group lacks "{permission}"; an Administrator can change that.':
    'Ihrer Berechtigungsgruppe fehlt „{permission}“; ein Administrator kann das ändern.',
  'Your role does not include that ("{duty}"); an operator admin can change it.':
    'Das gehört nicht zu Ihrer Rolle („{duty}“); ein Administrator des Betreibers kann es ändern.',
  'Authorized-By must read "First Last; terms=VERSION".':
    'Authorized-By muss „Vorname Nachname; terms=FASSUNG“ lauten.',
  'You lack "{beyond}" yourself, so an Administrator has to give it.':
    'Ihnen selbst fehlt „{beyond}“; ein Administrator muss es geben.',
  'You may not sign in as someone who may do more than you ({permissions}).':
    'Sie dürfen sich nicht als jemand anmelden, der mehr darf als Sie ({permissions}).',
  'There is no such session.': 'Diese Sitzung gibt es nicht.',
  'The operator asks its own people for two-factor sign-in. Set it up on the Security page first.':
    'Der Betreiber verlangt von seinem Team die Zwei-Faktor-Anmeldung. Richten Sie sie zuerst auf der Seite Sicherheit ein.',
  'Set up two-factor sign-in for yourself on the Security page first: whoever asks it of all must be able to take it back.':
    'Richten Sie die Zwei-Faktor-Anmeldung zuerst für sich selbst ein, auf der Seite Sicherheit: wer sie von allen verlangt, muss das zurücknehmen können.',
  'No operator admin has set up two-factor sign-in yet; one has to, on the Security page, before it can be asked of all.':
    'Noch kein Betreiber-Administrator hat die Zwei-Faktor-Anmeldung eingerichtet; einer muss das auf der Seite Sicherheit tun, bevor sie von allen verlangt werden kann.',
  'If you did not ask for it, do nothing: without this mail nobody signs in.':
    'Wenn Sie nicht darum gebeten haben, tun Sie nichts: Ohne diese Mail meldet sich niemand an.',
  'Your sign-in link': 'Ihr Anmeldelink',
  'Sign in': 'Anmelden',
  'This link signs you in once, within 15 minutes.':
    'Dieser Link meldet Sie einmal an, innerhalb von 15 Minuten.',
  'Sign in through your company': 'Melden Sie sich über Ihre Firma an',
  'Your company signs in through its own identity provider':
    'Ihre Firma meldet sich über ihren eigenen Identitätsanbieter an',
  'Choose “Single sign-on” on the sign-in page. Links by mail are switched off.':
    'Wählen Sie auf der Anmeldeseite „Single Sign-on“. Anmeldelinks per Mail sind abgeschaltet.',
  'To the sign-in page': 'Zur Anmeldeseite',
  'You are invited to {operatorName}': 'Sie sind zu {operatorName} eingeladen',
  'You are invited': 'Sie sind eingeladen',
  'This link signs you in once, within 24 hours. Set a password then.':
    'Dieser Link meldet Sie einmal an, innerhalb von 24 Stunden. Legen Sie dann ein Passwort fest.',
  'Accept the invitation': 'Einladung annehmen',
  'They have "{beyond}", which you lack, so an Administrator has to hide them.':
    'Dieser Mitarbeiter hat „{beyond}“, was Ihnen fehlt; ein Administrator muss ihn ausblenden.',
  'They have "{beyond}", which you lack, so an Administrator has to show them again.':
    'Dieser Mitarbeiter hat „{beyond}“, was Ihnen fehlt; ein Administrator muss ihn wieder einblenden.',
} as const;
