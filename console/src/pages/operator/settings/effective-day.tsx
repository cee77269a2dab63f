import { TextInput } from '@mantine/core';

/** From when a version holds; empty: from its publication on. */
export function EffectiveDay(props: {
  value: string;
  onChange: (day: string) => void;
  error: string | undefined;
  description?: string;
}) {
  const { value, onChange, error, description = 'Empty: from its publication' } = props;
  return (
    <TextInput
      label="In force from"
      description={description}
      type="date"
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
