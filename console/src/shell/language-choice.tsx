import { Button, Group, Menu } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { choose, LANGUAGES, type Language, language } from '../words/language.ts';
import { chooseMine } from './my-language.ts';

const all = Object.entries(LANGUAGES) as [Language, string][];

/** The languages as lines of a menu, each by its own name so that its readers find it. */
export function LanguageItems() {
  return all.map(([code, name]) => (
    <Menu.Item
      key={code}
      lang={code}
      aria-current={code === language}
      leftSection={
        code === language ? (
          <IconCheck size={16} aria-hidden />
        ) : (
          <IconLanguage size={16} aria-hidden />
        )
      }
      onClick={() => void chooseMine(code)}
    >
      {name}
    </Menu.Item>
  ));
}

/** The same where there is no menu yet: on the page on which one signs in. */
export function LanguageButtons() {
  return (
    <Group gap="xs" justify="center">
      {all.map(([code, name]) => (
        <Button
          key={code}
          lang={code}
          size="compact-sm"
          variant={code === language ? 'light' : 'subtle'}
          aria-pressed={code === language}
          onClick={() => choose(code)}
        >
          {name}
        </Button>
      ))}
    </Group>
  );
}
