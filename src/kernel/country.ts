/** An ISO 3166-1 alpha-2 code, such as `DE`. */
export type Country = string;

/** A country, or a region of one: `DE`, `US-NY` (ISO 3166-2). */
export type Jurisdiction = string;

// ISO 3166-1. The runtime knows names for codes but also for aliases such as UK and EU, which are
// no countries' codes, so the list is written out.
const COUNTRIES: ReadonlySet<Country> = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ ' +
    'BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM ' +
    'DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS ' +
    'GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN ' +
    'KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ ' +
    'MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM ' +
    'PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV ' +
    'SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI ' +
    'VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

/** The member states of the European Union, where one VAT law holds. */
const EU_MEMBERS: ReadonlySet<Country> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

export function isCountry(code: string): code is Country {
  return COUNTRIES.has(code);
}

export function isEuMember(code: Country): boolean {
  return EU_MEMBERS.has(code);
}

const JURISDICTION = /^([A-Z]{2})(?:-[A-Z0-9]{1,3})?$/;

export function isJurisdiction(text: string): text is Jurisdiction {
  const country = JURISDICTION.exec(text)?.[1];
  return country !== undefined && isCountry(country);
}

/** The country's name in English, for documents. */
export function countryName(code: Country): string {
  return names.of(code) ?? code;
}

const names = new Intl.DisplayNames(['en'], { type: 'region' });

const EU_VAT_ID = /^([A-Z]{2})[0-9A-Z+*]{2,12}$/;

/**
 * The country whose tax authority gave an EU VAT id, by its prefix (Greece's is `EL`); undefined
 * where the text has not the form of one. Whether the id is registered, only the EU can tell.
 */
export function countryOfEuVatId(vatId: string): Country | undefined {
  const prefix = EU_VAT_ID.exec(vatId)?.[1];
  const country = prefix === 'EL' ? 'GR' : prefix;
  return country !== undefined && prefix !== 'GR' && isEuMember(country) ? country : undefined;
}
