import { Button, Code, CopyButton, Group, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { say } from '../../words/say.ts';

/** Shown once: what signs in when the phone is lost. */
export function RecoveryCodes({
  codes,
  onClose,
}: {
  codes: readonly string[];
  onClose: () => void;
}) {
  const text = codes.join('\n');
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${text}\n`)}`;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('Your recovery codes')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': say('Close') }}
    >
      <Stack>
        <Text size="sm">
          {say(
            'Keep them where you find them without your phone. Each signs you in once. They are not shown again.',
          )}
        </Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
          {codes.map((code) => (
            <Code key={code} fz="sm" ta="center" py={6}>
              {code}
            </Code>
          ))}
        </SimpleGrid>
        <Group justify="space-between">
          <Group gap="xs">
            <CopyButton value={text}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? say('Copied') : say('Copy')}
                </Button>
              )}
            </CopyButton>
            <Button
              variant="default"
              component="a"
              href={file}
              download="tollkeeper-recovery-codes.txt"
            >
              {say('Save')}
            </Button>
          </Group>
          <Button onClick={onClose}>{say('I have kept them')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
