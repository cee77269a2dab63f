import { TextInput } from '@mantine/core';
import { say } from '../../../words/say.ts';

/** From when a version holds; empty: from its publication on. */
export function EffectiveDay(props: {
  value: string;
  onChange: (day: string) => void;
  error: string | undefined;
  description?: string;
}) {
  const { value, onChange, error, description = say('Empty: from its publication') } = props;
  return (
    <TextInput
      label={say('In force from')}
      description={description}
      type="date"
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
