import { language } from '../../kernel/words/say.ts';
/** How the operator's mails look. */
export interface MailTheme {
  readonly operatorName: string;
  /** `#rrggbb`: the bar at the top and the button. */
  readonly colour: string;
  /** The last lines, such as an address; may be empty. */
  readonly footer: string;
}

export interface MailButton {
  readonly label: string;
  /** An absolute address. */
  readonly url: string;
}

/** What a mail says; every text in it is plain, whatever somebody typed. */
export interface MailContent {
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Figures worth a line of their own, such as an amount and a day. */
  readonly figures?: readonly { readonly label: string; readonly value: string }[];
  /** What to do about it, the best first. */
  readonly buttons?: readonly MailButton[];
  /** Why it came, and how to stop it. */
  readonly smallPrint?: string;
}

export interface WrittenMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The one layout of every mail, as text and as HTML that says the same. */
export function writeMail(theme: MailTheme, content: MailContent): WrittenMail {
  return {
    subject: content.subject,
    text: textOf(theme, content),
    html: htmlOf(theme, content),
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.toWellFormed().replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;

/**
 * A name within a sentence of ours. What could turn the sentence around is taken out, and a
 * name that is written from right to left is kept to itself (Unicode's isolates).
 */
export function nameInSentence(name: string): string {
  const plain = name.replace(TURNING, '').replace(/\p{Cc}+/gu, ' ');
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

function textOf(theme: MailTheme, content: MailContent): string {
  const figures = content.figures ?? [];
  const wide = Math.max(0, ...figures.map(({ label }) => label.length));
  const parts = [
    content.heading,
    ...content.paragraphs,
    figures.map(({ label, value }) => `${`${label}:`.padEnd(wide + 2)}${value}`).join('\n'),
    ...(content.buttons ?? []).map(({ label, url }) => `${label}:\n${url}`),
    ['-- ', theme.operatorName, theme.footer, content.smallPrint ?? '']
      .filter((line) => line !== '')
      .join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Relative luminance (WCAG 2.2) above which dark letters are the readable ones on a colour. */
const LIGHT_LUMINANCE = 0.179;

/** Black or white, whichever can be read on the operator's colour. */
export function lettersOn(colour: string): '#ffffff' | '#16181d' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > LIGHT_LUMINANCE ? '#16181d' : '#ffffff';
}

/**
 * Mail programs know tables and inline styles; those that know more turn dark by the media
 * query, and the rest by themselves, which these plain colours survive.
 */
const STYLE = `
  @media (prefers-color-scheme: dark) {
    .page { background: #16181d !important; }
    .card { background: #22252c !important; }
    .ink, .ink td { color: #eceef2 !important; }
    .quiet { color: #a9b0bd !important; }
    .line { border-color: #3a3f4a !important; }
  }`;

const FONT = "font-family: -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

function htmlOf(theme: MailTheme, content: MailContent): string {
  const letters = lettersOn(theme.colour);
  const paragraphs = content.paragraphs.map(
    (paragraph) =>
      `<p class="ink" style="margin:0 0 16px;color:#22252c">${escapeHtml(paragraph)}</p>`,
  );
  const buttons = (content.buttons ?? []).map((button, index) =>
    buttonOf(theme, letters, button, index),
  );
  const footer = [theme.footer, content.smallPrint ?? '']
    .filter((line) => line !== '')
    .map((line) => `<p class="quiet" style="margin:0 0 8px">${linesOf(line)}</p>`);
  return `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(content.subject)}</title>
<style>${STYLE}
</style>
</head>
<body class="page" style="margin:0;background:#f1f3f6;${FONT};font-size:16px;line-height:1.5">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0"
 style="background:#f1f3f6"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0"
 style="max-width:600px;background:#ffffff;border-radius:8px;overflow:hidden">
<tr><td style="background:${theme.colour};color:${letters};padding:14px 28px;font-weight:600">
${escapeHtml(theme.operatorName)}</td></tr>
<tr><td style="padding:28px">
<h1 class="ink" style="margin:0 0 16px;font-size:22px;line-height:1.3;color:#16181d">${escapeHtml(
    content.heading,
  )}</h1>
${paragraphs.join('\n')}
${figuresOf(content)}
${buttons.join('\n')}
</td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
<tr><td class="quiet" style="padding:16px 28px;font-size:13px;color:#59606d">
${footer.join('\n')}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function figuresOf({ figures = [] }: MailContent): string {
  if (figures.length === 0) return '';
  const rows = figures.map(
    ({ label, value }) =>
      `<tr><td class="line" style="padding:8px 12px 8px 0;border-bottom:1px solid #dfe3e9">` +
      `${escapeHtml(label)}</td><td class="line" align="right" style="padding:8px 0;` +
      `border-bottom:1px solid #dfe3e9;font-weight:600">${escapeHtml(value)}</td></tr>`,
  );
  return (
    '<table class="ink" width="100%" cellpadding="0" cellspacing="0" ' +
    `style="margin:0 0 20px;color:#22252c;border-collapse:collapse">${rows.join('')}</table>`
  );
}

/** The first is the thing to do and stands out; the others are links. */
function buttonOf(
  theme: MailTheme,
  letters: string,
  { label, url }: MailButton,
  index: number,
): string {
  const style =
    index === 0
      ? `display:inline-block;background:${theme.colour};color:${letters};padding:12px 20px;` +
        'border-radius:6px;text-decoration:none;font-weight:600'
      : 'display:inline-block;padding:4px 0';
  const ink = index === 0 ? '' : ' class="ink"';
  return (
    `<p style="margin:0 0 12px"><a${ink} href="${escapeHtml(url)}" style="${style}">` +
    `${escapeHtml(label)}</a></p>`
  );
}

function linesOf(text: string): string {
  return text.split('\n').map(escapeHtml).join('<br>');
}
