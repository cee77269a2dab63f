import { describe, expect, it } from 'vitest';
import { lettersOn, nameInSentence, writeMail } from './mail-layout.ts';

const theme = { operatorName: 'Rang & Söhne', colour: '#1c5d99', footer: 'Street 1\nTown' };
const content = {
  subject: 'A thing',
  heading: 'A thing <happened>',
  paragraphs: ['By <script>alert(1)</script> & "others".'],
  figures: [{ label: 'Amount', value: '$5.00' }],
  buttons: [{ label: 'See it', url: 'https://example.com/x?a=1&b=2' }],
};

describe('a mail', () => {
  it('shows markup as it was typed and never runs it', () => {
    const { html } = writeMail(theme, content);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;others&quot;.');
    expect(html).toContain('Rang &amp; Söhne');
    expect(html).toContain('href="https://example.com/x?a=1&amp;b=2"');
  });

  it('says the same as text', () => {
    const { text } = writeMail(theme, content);
    for (const part of ['A thing <happened>', 'Amount: $5.00', 'See it:\nhttps://example.com/x']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('-- \nRang & Söhne\nStreet 1\nTown');
  });

  it('keeps a name from turning the sentence around it', () => {
    expect(nameInSentence('Ada')).toBe('Ada');
    expect(nameInSentence('נועה לוי')).toBe('\u2068נועה לוי\u2069');
    expect(nameInSentence('Ada\u202egnp.exe')).toBe('Adagnp.exe');
  });

  it('puts letters that can be read on any colour of the operator', () => {
    expect(lettersOn('#1c5d99')).toBe('#ffffff');
    expect(lettersOn('#ffd84d')).toBe('#16181d');
  });
});
